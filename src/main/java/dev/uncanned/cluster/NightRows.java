package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the rows of all texts of a run once their clusters are known.
 *
 * <p>A cluster that has the same texts in as many messages as in the run before is as it was then;
 * the others are described anew. So the work is in proportion to what a night has changed, but for
 * one pass over the texts.
 */
final class NightRows {

  private static final int NONE = -1;

  private final ClusterState state;
  private final Descriptions kept;

  /** Texts that some message carries, by their number in the state. */
  private final BitSet there = new BitSet();

  /** Clusters that are not as they were, by their leader. */
  private final BitSet changed = new BitSet();

  /** For each leader the medoid of its cluster in the run before. */
  private final int[] medoids;

  /** For each text its place among those described anew, or none. */
  private final int[] places;

  private DescribedTexts described;

  private NightRows(ClusterState state, Descriptions kept) {
    this.state = state;
    this.kept = kept;
    this.medoids = new int[state.count()];
    this.places = new int[state.count()];
    Arrays.fill(places, NONE);
  }

  /**
   * The rows of a run.
   *
   * @param old texts that the run before knew, ranked by their numbers, in any order
   * @param fresh the others, in the order of their numbers, which are the last ones
   */
  static NightRows of(
      ClusterState state,
      Descriptions kept,
      List<NightText> old,
      SketchedTexts fresh,
      StateRules rules,
      Workers workers) {
    NightRows rows = new NightRows(state, kept);
    rows.compare(old, fresh.count());
    rows.describe(rows.changed(old), fresh, rules, workers);
    return rows;
  }

  private void compare(List<NightText> old, int fresh) {
    int[] copies = new int[state.count()];
    for (NightText text : old) {
      copies[(int) text.rank()] = (int) text.copies_n();
      there.set((int) text.rank());
    }
    for (int text = 0; text < state.count() - fresh; text++) {
      int leader = state.leader(text);
      if (copies[text] != kept.copies(text)) {
        changed.set(leader);
      }
      if (kept.isMedoid(text)) {
        medoids[leader] = text;
      }
    }
    for (int text = state.count() - fresh; text < state.count(); text++) {
      there.set(text);
      changed.set(state.leader(text));
    }
  }

  private List<NightText> changed(List<NightText> old) {
    List<NightText> found = new ArrayList<>();
    for (NightText text : old) {
      if (changed.get(state.leader((int) text.rank()))) {
        found.add(text);
      }
    }
    found.sort(Comparator.comparingLong(NightText::rank));
    return found;
  }

  private void describe(
      List<NightText> old, SketchedTexts fresh, StateRules rules, Workers workers) {
    SketchedTexts texts =
        SketchedTexts.readSince(
                old.iterator(),
                Long.MAX_VALUE,
                rules.signature(),
                rules.cluster().min_tokens(),
                workers)
            .before(fresh);
    int[] names = new int[texts.count()];
    int[] oldest = new int[state.count()];
    Arrays.fill(oldest, NONE);
    for (int place = 0; place < names.length; place++) {
      int text =
          place < old.size() ? (int) old.get(place).rank() : state.count() - texts.count() + place;
      places[text] = place;
      int leader = state.leader(text);
      oldest[leader] = oldest[leader] == NONE ? place : oldest[leader];
      names[place] = oldest[leader];
    }
    Groups groups = Groups.by(names);
    int[] leaders = new int[texts.count()];
    for (int leader = 0; leader < oldest.length; leader++) {
      if (oldest[leader] != NONE) {
        leaders[oldest[leader]] = leader;
      }
    }
    String[] ids = new String[groups.count()];
    workers.ranges(ids.length, group -> ids[group] = state.id(leaders[groups.member(group, 0)]));
    described = new DescribedTexts(texts, groups, ids, rules.cluster().threshold(), workers);
  }

  /** Whether all clusters are as they were. */
  boolean areAsBefore() {
    return changed.isEmpty() && kept.count() == state.count();
  }

  /** The row of a text by its number in the state; null if no message carries it. */
  ClusteredText row(int text) {
    if (!there.get(text)) {
      return null;
    }
    if (places[text] != NONE) {
      return described.row(places[text]);
    }
    int leader = state.leader(text);
    String fingerprint = Fingerprints.hex(state.high(text), state.low(text));
    return kept.row(text, medoids[leader], fingerprint, state.id(leader));
  }

  /** All rows, from the oldest text to the youngest, made as they are fetched. */
  Iterator<ClusteredText> all() {
    return IntStream.iterate(
            there.nextSetBit(0), text -> text >= 0, text -> there.nextSetBit(text + 1))
        .mapToObj(this::row)
        .iterator();
  }
}
