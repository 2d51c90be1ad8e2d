package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the rows of all texts of a run once their components are known.
 *
 * <p>A component that has the same texts in as many messages of the same first dates as in the run
 * before is as it was then; the others are parted into clusters and described anew. So the work is
 * in proportion to what a night has changed, but for one pass over the texts.
 *
 * <p>A cluster is named by the text of it that was known first. Where that text is in no message
 * any more, the cluster with the oldest of those that it named keeps its name.
 */
final class NightRows {

  private static final int NONE = -1;

  private final ClusterState state;
  private final Descriptions kept;

  /** Texts that some message carries, by their number in the state. */
  private final BitSet carried = new BitSet();

  /** Components that are not as they were, by the text that names them. */
  private final BitSet changed = new BitSet();

  /** For each text that named a cluster in the run before the medoid of the cluster. */
  private final int[] medoids;

  /** For each text its place among those described anew, or none. */
  private final int[] places;

  private SketchedTexts texts;
  private DescribedTexts described;

  /** For each text described anew the text that names its cluster. */
  private int[] leaders = {};

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
   * @param night what the run read; its new texts are the last ones of the state
   * @param kept what is known of the clusters of the run before
   */
  static NightRows of(
      ClusterState state, Descriptions kept, NightTexts night, StateRules rules, Workers workers) {
    NightRows rows = new NightRows(state, kept);
    rows.compare(night);
    rows.describe(night, rules, workers);
    return rows;
  }

  private void compare(NightTexts night) {
    int known = state.count() - night.freshCount();
    BitSet before = new BitSet(known);
    for (NightText text : night.asBefore()) {
      before.set((int) text.rank());
    }
    carried.or(before);
    carried.set(known, state.count());
    SketchedTexts sketched = night.sketched();
    for (int i = 0; i < sketched.count() - night.freshCount(); i++) {
      carried.set((int) sketched.rank(i));
    }
    for (int text = 0; text < state.count(); text++) {
      boolean isAsBefore = text < known && (before.get(text) || isStillGone(text));
      if (!isAsBefore) {
        changed.set(state.leader(text));
      }
      if (kept.isMedoid(text)) {
        medoids[kept.leader(text)] = text;
      }
    }
  }

  private boolean isStillGone(int text) {
    return !carried.get(text) && kept.copies(text) == 0;
  }

  private void describe(NightTexts night, StateRules rules, Workers workers) {
    List<NightText> worded = new ArrayList<>();
    for (NightText text : night.asBefore()) {
      if (changed.get(state.leader((int) text.rank()))) {
        worded.add(text);
      }
    }
    texts =
        SketchedTexts.readSince(
                worded.iterator(),
                Long.MAX_VALUE,
                rules.signature(),
                rules.cluster().min_tokens(),
                workers)
            .with(night.sketched());
    int[] numbers = numbers(night.freshCount());
    int[] all = IntStream.range(0, numbers.length).toArray();
    int[] components = Arrays.stream(numbers).map(state::leader).toArray();
    int[] firsts = GuardedParts.of(texts, all, components, rules.cluster(), workers);
    leaders = leaders(numbers, firsts);
    Groups groups = Groups.by(firsts);
    String[] ids = new String[groups.count()];
    workers.ranges(ids.length, group -> ids[group] = state.id(leaders[groups.member(group, 0)]));
    described = new DescribedTexts(texts, groups, ids, rules.cluster().threshold(), workers);
  }

  /** For each text its number in the state; new texts come last, here and there. */
  private int[] numbers(int freshCount) {
    int[] numbers = new int[texts.count()];
    for (int place = 0; place < numbers.length; place++) {
      boolean isFresh = place >= numbers.length - freshCount;
      numbers[place] = isFresh ? state.count() - numbers.length + place : (int) texts.rank(place);
      places[numbers[place]] = place;
    }
    return numbers;
  }

  /** For each text the one that names its cluster, which may be one that is gone. */
  private int[] leaders(int[] numbers, int[] firsts) {
    int[] names = new int[numbers.length];
    BitSet taken = new BitSet();
    for (int place = 0; place < numbers.length; place++) {
      names[place] = firsts[place] == place ? numbers[place] : NONE;
      int before = kept.leader(numbers[place]);
      if (before != NONE && !carried.get(before) && !taken.get(before)) {
        taken.set(before);
        names[firsts[place]] = Math.min(names[firsts[place]], before);
      }
    }
    return Arrays.stream(firsts).map(first -> names[first]).toArray();
  }

  /** Whether all clusters are as they were. */
  boolean areAsBefore() {
    return changed.isEmpty() && kept.count() == state.count();
  }

  /** Tells which clusters became part of others on a night. */
  void tell(Aliases aliases, long night) {
    BitSet gone = new BitSet();
    for (int text = 0; text < places.length; text++) {
      if (places[text] != NONE) {
        int before = kept.leader(text);
        int now = leaders[places[text]];
        aliases.see(text, before, now, night);
        if (before != NONE && !carried.get(before) && !gone.get(before)) {
          gone.set(before);
          aliases.see(before, before, now, night);
        }
      }
    }
  }

  /** What is to be kept of a text, by its number in the state; null if no message carries it. */
  Descriptions.Described kept(int text) {
    if (!carried.get(text)) {
      return null;
    }
    int place = places[text];
    if (place == NONE) {
      int leader = kept.leader(text);
      ClusteredText row = kept.row(text, medoids[leader], null, null);
      return new Descriptions.Described(leader, kept.firstSeen(text), row);
    }
    return new Descriptions.Described(leaders[place], texts.firstSeen(place), described.row(place));
  }

  private ClusteredText named(int text) {
    if (places[text] != NONE) {
      return described.row(places[text]);
    }
    int leader = kept.leader(text);
    return kept.row(text, medoids[leader], state.fingerprint(text), state.id(leader));
  }

  /** All rows, from the oldest text to the youngest, made as they are fetched. */
  Iterator<ClusteredText> all() {
    return IntStream.iterate(
            carried.nextSetBit(0), text -> text >= 0, text -> carried.nextSetBit(text + 1))
        .mapToObj(this::named)
        .iterator();
  }
}
