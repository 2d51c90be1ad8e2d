package dev.uncanned.cluster;

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
final class ReplayedNights {

  private final StateRules rules;
  private final int threads;

  /**
   * Clusters by some rules.
   *
   * @param threads number of worker threads, at least 1
   */
  ReplayedNights(StateRules rules, int threads) {
    this.rules = rules;
    this.threads = threads;
  }

  /**
   * Replays nights.
   *
   * @param texts distinct texts of all nights, each with the night that brought it first, in any
   *     order
   * @param folder where the one segment is written that holds all nights
   * @return the segment; empty without texts
   */
  Optional<Path> replay(Iterator<NightText> texts, Path folder) throws IOException {
    try (Workers workers = new Workers(threads)) {
      SketchedTexts all =
          SketchedTexts.readSince(
              texts, Long.MIN_VALUE, rules.signature(), rules.cluster().min_tokens(), workers);
      if (all.count() == 0) {
        return Optional.empty();
      }
      return Optional.of(replay(all, folder, workers));
    }
  }

  /** The same for at least one text, sketched. */
  Path replay(SketchedTexts all, Path folder, Workers workers) throws IOException {
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
      Replay replay = new Replay(all, links);
      int[] sizes = new int[nights.size()];
      for (int i = 0, from = 0; i < sizes.length; i++) {
        sizes[i] = ends.getInt(i) - from;
        replay.night(nights.getLong(i), from, ends.getInt(i));
        from = ends.getInt(i);
      }
      writer.shingles(text -> all.sets()[text]);
      writer.texts(NightlyClusters.fingerprints(all), replay.first);
      writer.finish(replay.merges, nights.toLongArray(), sizes);
      return file;
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
    private final List<Merge> merges = new ArrayList<>();

    /** For each text the text that named its component on its night. */
    private final int[] first;

    /** For each text that named a component the text that names it now; for others its leader. */
    private final int[] survivors;

    private int nextLink;

    private Replay(SketchedTexts all, long[] links) {
      this.all = all;
      this.links = links;
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
    }

    private void take(NightStep.Decision decision, int from) {
      for (Merge merge : decision.merges()) {
        survivors[merge.old()] = merge.survivor();
        merges.add(merge);
      }
      for (int i = 0; i < decision.leaders().length; i++) {
        int leader = decision.leaders()[i];
        first[from + i] = leader;
        survivors[from + i] = leader;
      }
    }

    /** The text that names the component of a text now. */
    private int leader(int text) {
      int at = text;
      while (survivors[at] != at) {
        survivors[at] = survivors[survivors[at]];
        at = survivors[at];
      }
      return at;
    }
  }
}
