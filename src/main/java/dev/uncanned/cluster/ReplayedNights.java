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
      Replay replay = new Replay(all.count(), links(all, writer, workers));
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

  /** The pairs that connect what is similar, by the younger text; writes the bands on the way. */
  private long[] links(SketchedTexts all, SegmentWriter writer, Workers workers)
      throws IOException {
    boolean[] skipped = new boolean[all.count()];
    for (int i = 0; i < skipped.length; i++) {
      skipped[i] = all.sets()[i] == null;
    }
    PairList pairs = new PairList();
    for (int band = 0; band < rules.signature().bands(); band++) {
      long[] keys = all.bandKeys(band);
      FirstPairs proposed = new FirstPairs();
      StarEdges.propose(keys, skipped, proposed);
      pairs.addAll(proposed.pairs);
      BandWriter rows = writer.band();
      new NewBuckets(keys, all.sets()).write(rows, 0);
      writer.band(rows.finish(), rows.texts());
    }
    long[] first = similar(all, pairs.sorted(), workers);
    LinkedSince linked = new LinkedSince(all.count());
    for (long link : first) {
      linked.link(PairList.young(link), PairList.old(link), PairList.young(link));
    }
    PairList more = new PairList();
    workers.ranges(
        rules.signature().bands(),
        band -> {
          AnchorPairs proposed = new AnchorPairs(linked);
          StarEdges.propose(all.lastBandKeys(band), skipped, proposed);
          more.addAll(proposed.pairs);
        });
    PairList links = new PairList();
    links.addAll(LongArrayList.wrap(first));
    links.addAll(LongArrayList.wrap(similar(all, more.sorted(), workers)));
    return links.sorted();
  }

  /** Collects the pairs with the oldest of a bucket and with the one before. */
  private static final class FirstPairs implements StarEdges.Sink {
    private final LongArrayList pairs = new LongArrayList();

    @Override
    public void pair(int young, int old) {
      pairs.add(PairList.pair(young, old));
    }

    @Override
    public boolean apart(int young, int old) {
      return false;
    }
  }

  /**
   * Collects the other pairs with anchors, but for those that were connected when the younger text
   * came: their nights did not need them.
   */
  private static final class AnchorPairs implements StarEdges.Sink {
    private final LongArrayList pairs = new LongArrayList();
    private final LinkedSince linked;

    private AnchorPairs(LinkedSince linked) {
      this.linked = linked;
    }

    @Override
    public void pair(int young, int old) {
      // Looked at before.
    }

    @Override
    public void anchorPair(int young, int anchor) {
      pairs.add(PairList.pair(young, anchor));
    }

    @Override
    public boolean apart(int young, int old) {
      return !linked.connected(young, old, young);
    }
  }

  private long[] similar(SketchedTexts all, long[] candidates, Workers workers) {
    int[][] sets = all.sets();
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
  private static final class Replay {
    private final long[] links;
    private final UnionFind components;
    private final List<Merge> merges = new ArrayList<>();

    /** For each text the text that named its component on its night. */
    private final int[] first;

    private int nextLink;

    private Replay(int count, long[] links) {
      this.links = links;
      this.components = new UnionFind(count);
      this.first = new int[count];
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
              .map(components::find)
              .sorted()
              .distinct()
              .toArray();
      for (int i = firstLink; i < nextLink; i++) {
        components.union(PairList.young(links[i]), PairList.old(links[i]));
      }
      for (int old : olds) {
        if (components.find(old) != old) {
          merges.add(new Merge(old, components.find(old), night));
        }
      }
      for (int text = from; text < to; text++) {
        first[text] = components.find(text);
      }
    }
  }
}
