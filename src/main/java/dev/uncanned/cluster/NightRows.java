package dev.uncanned.cluster;

import java.io.IOException;
import java.nio.file.Path;
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
 * in proportion to the components that a night has changed, but for one pass over the texts.
 */
final class NightRows {

  private static final int NONE = -1;

  private final ClusterState state;
  private final Descriptions kept;
  private final Names names;
  private final ClusterNames naming;

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

  private NightRows(ClusterState state, Descriptions kept, Names names) {
    this.state = state;
    this.kept = kept;
    this.names = names;
    this.naming = new ClusterNames(names, carried);
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
   * @param names what named them, by the numbers of the state
   */
  static NightRows of(
      ClusterState state,
      Descriptions kept,
      Names names,
      NightTexts night,
      StateRules rules,
      Workers workers) {
    NightRows rows = new NightRows(state, kept, names);
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
        medoids[names.leader(text)] = text;
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
    SketchedTexts numbered =
        SketchedTexts.readSince(
                worded.iterator(),
                Long.MAX_VALUE,
                rules.signature(),
                rules.cluster().min_tokens(),
                workers)
            .with(night.sketched());
    int[] byDate = numbered.byDate();
    texts = numbered.picked(byDate);
    int[] numbers = numbers(numbered, byDate, night.freshCount());
    int[] components = Arrays.stream(numbers).map(state::leader).toArray();
    Groups groups = Groups.by(GuardedParts.of(texts, components, rules.cluster(), workers));
    leaders = naming.of(groups, numbers, places);
    String[] ids = new String[groups.count()];
    workers.ranges(ids.length, group -> ids[group] = state.id(leaders[groups.member(group, 0)]));
    described = new DescribedTexts(texts, groups, ids, rules.cluster().threshold(), workers);
  }

  /**
   * For each place its number in the state, and the other way round.
   *
   * @param numbered the texts by their numbers; new texts come last, here and there
   * @param byDate for each place where the text is among these
   */
  private int[] numbers(SketchedTexts numbered, int[] byDate, int freshCount) {
    int count = byDate.length;
    int[] numbers = new int[count];
    for (int place = 0; place < count; place++) {
      int at = byDate[place];
      boolean isFresh = at >= count - freshCount;
      numbers[place] = isFresh ? state.count() - count + at : (int) numbered.rank(at);
      places[numbers[place]] = place;
    }
    return numbers;
  }

  /** Whether all clusters are as they were. */
  boolean areAsBefore() {
    return changed.isEmpty() && kept.count() == state.count();
  }

  /** Writes down for the next run what the clusters are like and what names them. */
  void write(Path folder, long night) throws IOException {
    naming.tell(leaders, places, night);
    names.write(Names.in(folder, night), state.count(), carried, this::leader);
    Descriptions.write(Descriptions.in(folder, night), state.count(), this::kept);
  }

  private int leader(int text) {
    return places[text] == NONE ? names.leader(text) : leaders[places[text]];
  }

  /** What is to be kept of a text, by its number in the state; null if no message carries it. */
  private Descriptions.Described kept(int text) {
    if (!carried.get(text)) {
      return null;
    }
    int place = places[text];
    if (place == NONE) {
      ClusteredText row = kept.row(text, medoids[names.leader(text)], null, null);
      return new Descriptions.Described(kept.firstSeen(text), row);
    }
    return new Descriptions.Described(texts.firstSeen(place), described.row(place));
  }

  private ClusteredText named(int text) {
    if (places[text] != NONE) {
      return described.row(places[text]);
    }
    int leader = names.leader(text);
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
