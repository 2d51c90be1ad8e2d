package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Clusters the texts of many nights in memory, as {@link NightlyClusters} does night by night, and
 * writes the state that those nights would have left.
 *
 * <p>Pairs come from all texts at once; only the decisions are taken night by night, from the first
 * to the last. Takes about 1 kB for each text. Thread-safe.
 */
public final class ReplayedNights {

  private final StateRules rules;
  private final int threads;

  /**
   * Clusters by some rules.
   *
   * @param threads number of worker threads, at least 1
   */
  public ReplayedNights(StateRules rules, int threads) {
    this.rules = rules;
    this.threads = threads;
  }

  /**
   * Replays nights.
   *
   * @param texts distinct texts of all nights, each with the night that brought it first, in any
   *     order
   * @param folder where the one segment is written that holds all nights
   * @return all texts by their order key, with their clusters after the last night; all aliases;
   *     the segment
   */
  public ClusteredNight replay(Iterator<NightText> texts, Path folder) throws IOException {
    try (Workers workers = new Workers(threads)) {
      SketchedTexts all =
          SketchedTexts.readSince(
              texts, Long.MIN_VALUE, rules.signature(), rules.cluster().min_tokens(), workers);
      if (all.count() == 0) {
        return new ClusteredNight(List.of(), List.of(), Optional.empty());
      }
      return replay(all, folder, workers);
    }
  }

  private ClusteredNight replay(SketchedTexts all, Path folder, Workers workers)
      throws IOException {
    return replay(all, folder, workers, (night, texts, components) -> {});
  }

  /** Is told of each night how it left the components that it touched. */
  interface Sink {

    /**
     * Takes in a night.
     *
     * @param texts all texts by then of the components that the night touched, rising
     * @param components for each of them the text that names its component
     */
    void night(long night, int[] texts, int[] components);
  }

  /** The same for at least one text, sketched. */
  ClusteredNight replay(SketchedTexts all, Path folder, Workers workers, Sink sink)
      throws IOException {
    LongArrayList nights = new LongArrayList();
    IntArrayList ends = new IntArrayList();
    for (int i = 0; i < all.count(); i++) {
      if (i + 1 == all.count() || all.night(i) != all.night(i + 1)) {
        nights.add(all.night(i));
        ends.add(i + 1);
      }
    }
    Path file =
        folder.resolve(StateSegments.name(nights.getLong(0), nights.getLong(nights.size() - 1)));
    try (SegmentWriter writer = new SegmentWriter(file, rules, 0, all.count())) {
      long[] links = links(all, writer, workers);
      Replay replay = new Replay(all, links, sink);
      int[] sizes = new int[nights.size()];
      for (int i = 0, from = 0; i < sizes.length; i++) {
        sizes[i] = ends.getInt(i) - from;
        replay.night(nights.getLong(i), from, ends.getInt(i));
        from = ends.getInt(i);
      }
      writer.shingles(text -> all.sets()[text]);
      writer.texts(NightlyClusters.fingerprints(all), replay.first);
      writer.finish(replay.merges, nights.toLongArray(), sizes);
      return replay.outcome(file);
    }
  }

  /** All pairs that are proposed and similar, by the younger text; writes the bands on the way. */
  private long[] links(SketchedTexts all, SegmentWriter writer, Workers workers)
      throws IOException {
    int[][] sets = all.sets();
    boolean[] skipped = new boolean[sets.length];
    for (int i = 0; i < sets.length; i++) {
      skipped[i] = sets[i] == null;
    }
    PairList pairs = new PairList();
    for (int band = 0; band < rules.signature().bands(); band++) {
      long[] keys = all.bandKeys(band);
      LongArrayList proposed = new LongArrayList();
      StarEdges.propose(keys, skipped, (young, old) -> proposed.add(PairList.pair(young, old)));
      pairs.addAll(proposed);
      BandWriter rows = writer.band();
      NewBuckets buckets = new NewBuckets(keys, sets);
      buckets.write(rows, 0);
      writer.band(rows.finish(), buckets.anchors());
    }
    long[] candidates = pairs.sorted();
    boolean[] similar = new boolean[candidates.length];
    workers.ranges(
        candidates.length,
        i ->
            similar[i] =
                Jaccard.atLeast(
                    sets[PairList.young(candidates[i])],
                    sets[PairList.old(candidates[i])],
                    rules.cluster().threshold()));
    return IntStream.range(0, candidates.length)
        .filter(i -> similar[i])
        .mapToLong(i -> candidates[i])
        .toArray();
  }

  /** Walks through the nights. */
  private final class Replay {
    private final SketchedTexts all;
    private final long[] links;
    private final Sink sink;
    private final List<Merge> merges = new ArrayList<>();

    /** For each text the text that named its cluster on its night. */
    private final int[] first;

    /** For each text that named a cluster the text that names it now; for others its leader. */
    private final int[] survivors;

    /** The texts of each component, by the text that names it. */
    private final Int2ObjectOpenHashMap<IntArrayList> members = new Int2ObjectOpenHashMap<>();

    private int nextLink;

    private Replay(SketchedTexts all, long[] links, Sink sink) {
      this.all = all;
      this.links = links;
      this.sink = sink;
      this.first = new int[all.count()];
      this.survivors = new int[all.count()];
    }

    private void night(long night, int from, int to) {
      int firstLink = nextLink;
      while (nextLink < links.length && PairList.young(links[nextLink]) < to) {
        nextLink++;
      }
      int[] olds =
          Arrays.stream(links, firstLink, nextLink)
              .mapToInt(PairList::old)
              .filter(old -> old < from)
              .map(this::leader)
              .sorted()
              .distinct()
              .toArray();
      NightStep step = new NightStep(olds, from, to - from);
      for (int i = firstLink; i < nextLink; i++) {
        int old = PairList.old(links[i]);
        step.join(
            step.newItem(PairList.young(links[i]) - from),
            old < from ? step.oldItem(leader(old)) : step.newItem(old - from));
      }
      take(step.decide(night), from);
      tell(night, from, to);
    }

    private void take(NightStep.Decision decision, int from) {
      for (Merge merge : decision.merges()) {
        survivors[merge.old()] = merge.survivor();
        absorb(merge);
        merges.add(merge);
      }
      for (int i = 0; i < decision.leaders().length; i++) {
        int leader = decision.leaders()[i];
        first[from + i] = leader;
        survivors[from + i] = leader;
        members.computeIfAbsent(leader, none -> new IntArrayList()).add(from + i);
      }
    }

    /** The longer list takes in the shorter one. */
    private void absorb(Merge merge) {
      IntArrayList young = members.remove(merge.old());
      IntArrayList old = members.get(merge.survivor());
      IntArrayList longer = young.size() > old.size() ? young : old;
      longer.addAll(longer == old ? young : old);
      members.put(merge.survivor(), longer);
    }

    private void tell(long night, int from, int to) {
      int[] touched = IntStream.range(from, to).map(this::leader).distinct().toArray();
      IntArrayList texts = new IntArrayList();
      for (int component : touched) {
        texts.addAll(members.get(component));
      }
      int[] sorted = texts.toIntArray();
      Arrays.sort(sorted);
      sink.night(night, sorted, Arrays.stream(sorted).map(this::leader).toArray());
    }

    /** The text that names the cluster of a text now. */
    private int leader(int text) {
      int at = text;
      while (survivors[at] != at) {
        survivors[at] = survivors[survivors[at]];
        at = survivors[at];
      }
      return at;
    }

    private ClusteredNight outcome(Path file) {
      List<TextCluster> clusters = new ArrayList<>(first.length);
      for (int i = 0; i < first.length; i++) {
        clusters.add(new TextCluster(all.fingerprint(i), id(leader(i)), all.night(i)));
      }
      List<ClusterAlias> aliases = new ArrayList<>();
      for (Merge merge : merges) {
        aliases.add(new ClusterAlias(id(merge.old()), id(merge.survivor()), merge.night()));
      }
      return new ClusteredNight(clusters, aliases, Optional.of(file));
    }

    private String id(int leader) {
      return ClusterState.id(all.fingerprint(leader));
    }
  }
}
