package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  private final BitSet carried = new BitSet();

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
    Arrays.fill(medoids, NONE);
    Arrays.fill(places, NONE);
  }

  /**
   * The rows of a run.
   *
   * @param texts what the run read; its new texts are the last ones of the state
   * @param kept what is known of the clusters of the run before
   */
  static NightRows of(
      ClusterState state, Descriptions kept, NightTexts texts, StateRules rules, Workers workers) {
    NightRows rows = new NightRows(state, kept);
    rows.compare(texts);
    rows.describe(texts, rules, workers);
    return rows;
  }

  private void compare(NightTexts texts) {
    int known = state.count() - texts.freshCount();
    int[] copies = new int[known];
    for (NightText text : texts.asBefore()) {
      copies[(int) text.rank()] = (int) text.copies_n();
    }
    SketchedTexts sketched = texts.sketched();
    for (int i = 0; i < sketched.count() - texts.freshCount(); i++) {
      copies[(int) sketched.rank(i)] = (int) sketched.copies(i);
    }
    carried.set(known, state.count());
    for (int text = 0; text < state.count(); text++) {
      int leader = state.leader(text);
      if (text >= known || copies[text] != kept.copies(text)) {
        changed.set(leader);
      }
      if (text < known && copies[text] > 0) {
        carried.set(text);
      }
      if (kept.isMedoid(text)) {
        // Two of them: the guard may make one cluster of two without any new text in it.
        if (medoids[leader] != NONE) {
          changed.set(leader);
        }
        medoids[leader] = text;
      }
    }
  }

  private void describe(NightTexts night, StateRules rules, Workers workers) {
    List<NightText> worded = new ArrayList<>();
    for (NightText text : night.asBefore()) {
      if (changed.get(state.leader((int) text.rank()))) {
        worded.add(text);
      }
    }
    SketchedTexts texts =
        SketchedTexts.readSince(
                worded.iterator(),
                Long.MAX_VALUE,
                rules.signature(),
                rules.cluster().min_tokens(),
                workers)
            .with(night.sketched());
    Groups groups = Groups.by(names(texts, night.freshCount()));
    String[] ids = new String[groups.count()];
    workers.ranges(
        ids.length,
        group -> {
          int text = number(texts, groups.member(group, 0), night.freshCount());
          ids[group] = state.id(state.leader(text));
        });
    described = new DescribedTexts(texts, groups, ids, rules.cluster().threshold(), workers);
  }

  /** For each text the place of the oldest text of its cluster. */
  private int[] names(SketchedTexts texts, int freshCount) {
    int[] oldest = new int[state.count()];
    Arrays.fill(oldest, NONE);
    int[] names = new int[texts.count()];
    for (int place = 0; place < names.length; place++) {
      int text = number(texts, place, freshCount);
      places[text] = place;
      int leader = state.leader(text);
      oldest[leader] = oldest[leader] == NONE ? place : oldest[leader];
      names[place] = oldest[leader];
    }
    return names;
  }

  /** New texts come last, here and in the state. */
  private int number(SketchedTexts texts, int place, int freshCount) {
    boolean isFresh = place >= texts.count() - freshCount;
    return isFresh ? state.count() - texts.count() + place : (int) texts.rank(place);
  }

  /** Whether all clusters are as they were. */
  boolean areAsBefore() {
    return changed.isEmpty() && kept.count() == state.count();
  }

  /**
   * The row of a text by its number in the state, where it was taken over without the names of text
   * and cluster; null if no message carries the text.
   */
  ClusteredText unnamed(int text) {
    if (!carried.get(text)) {
      return null;
    }
    return places[text] == NONE
        ? kept.row(text, medoids[state.leader(text)], null, null)
        : described.row(places[text]);
  }

  private ClusteredText named(int text) {
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
            carried.nextSetBit(0), text -> text >= 0, text -> carried.nextSetBit(text + 1))
        .mapToObj(this::named)
        .iterator();
  }
}
