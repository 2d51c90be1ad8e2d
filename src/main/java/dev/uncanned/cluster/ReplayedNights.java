package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
      Replay replay = replay(all, writer, workers);
      int[] sizes = new int[nights.size()];
      for (int i = 0, from = 0; i < sizes.length; i++) {
        sizes[i] = ends.getInt(i) - from;
        replay.night(nights.getLong(i), from, ends.getInt(i));
        from = ends.getInt(i);
      }
      writer.shingles(text -> all.sets()[text]);
      writer.texts(NightlyClusters.fingerprints(all, workers), replay.first);
      writer.finish(replay.merges, nights.toLongArray(), sizes);
      return file;
    }
  }

  /** Finds the pairs of all nights; writes the bands on the way. */
  private Replay replay(SketchedTexts all, SegmentWriter writer, Workers workers)
      throws IOException {
    boolean[] skipped = new boolean[all.count()];
    for (int i = 0; i < skipped.length; i++) {
      skipped[i] = all.sets()[i] == null;
    }
    StarEdges edges = new StarEdges(skipped);
    PairList pairs = new PairList();
    AnchorEdges[] anchors = new AnchorEdges[rules.signature().bands()];
    for (int band = 0; band < anchors.length; band++) {
      long[] keys = all.lastBandKeys(band);
      LongArrayList proposed = new LongArrayList();
      anchors[band] = edges.propose(keys, (young, old) -> proposed.add(PairList.pair(young, old)));
      pairs.addAll(proposed);
      BandWriter rows = writer.band();
      new NewBuckets(keys, all.sets()).write(rows, 0);
      writer.band(rows.finish(), rows.texts());
    }
    long[] links = similar(all, pairs.sorted(), workers);
    return new Replay(all, links, anchorPairs(all, anchors, links, workers));
  }

  /** The pairs with anchors that some night may have needed; no night needed others. */
  private static long[] anchorPairs(
      SketchedTexts all, AnchorEdges[] anchors, long[] links, Workers workers) {
    LinkedSince linked = new LinkedSince(all.count());
    for (long link : links) {
      linked.link(PairList.young(link), PairList.old(link), PairList.young(link));
    }
    BitSet small = new BitSet();
    for (int text = 0; text < all.count(); text++) {
      small.set(text, linked.isSmall(text, text));
    }
    PairList pairs = new PairList();
    workers.ranges(
        anchors.length,
        band -> {
          LongArrayList proposed = new LongArrayList();
          anchors[band].propose(
              0,
              small,
              (young, old) -> {
                boolean isSmall = linked.isSmall(young, young) || linked.isSmall(old, young);
                if (isSmall && !linked.connected(young, old, young)) {
                  proposed.add(PairList.pair(young, old));
                }
              });
          pairs.addAll(proposed);
        });
    return pairs.sorted();
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
  private final class Replay {
    private final int[][] sets;
    private final long[] links;
    private final long[] anchorPairs;
    private final UnionFind components;

    /** Number of texts of each component, by the text that names it. */
    private final int[] sizes;

    private final List<Merge> merges = new ArrayList<>();

    /** For each text the text that named its component on its night. */
    private final int[] first;

    private int nextLink;
    private int nextAnchorPair;

    private Replay(SketchedTexts all, long[] links, long[] anchorPairs) {
      this.sets = all.sets();
      this.links = links;
      this.anchorPairs = anchorPairs;
      this.components = new UnionFind(all.count());
      this.sizes = new int[all.count()];
      this.first = new int[all.count()];
      Arrays.fill(sizes, 1);
    }

    private void night(long night, int from, int to) {
      long[] own = Arrays.copyOfRange(links, nextLink, end(links, nextLink, to));
      long[] more =
          Arrays.copyOfRange(anchorPairs, nextAnchorPair, end(anchorPairs, nextAnchorPair, to));
      nextLink += own.length;
      nextAnchorPair += more.length;
      int[] olds =
          LongStream.concat(Arrays.stream(own), Arrays.stream(more))
              .mapToInt(PairList::old)
              .filter(old -> old < from)
              .map(components::find)
              .sorted()
              .distinct()
              .toArray();
      for (long link : own) {
        join(link);
      }
      for (long pair : Arrays.stream(more).filter(this::isSmallAndLarge).toArray()) {
        if (Jaccard.atLeast(
            sets[PairList.young(pair)], sets[PairList.old(pair)], rules.cluster().threshold())) {
          join(pair);
        }
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

    private static int end(long[] pairs, int from, int to) {
      int end = from;
      while (end < pairs.length && PairList.young(pairs[end]) < to) {
        end++;
      }
      return end;
    }

    private boolean isSmallAndLarge(long pair) {
      return isSmall(PairList.young(pair)) != isSmall(PairList.old(pair));
    }

    private boolean isSmall(int text) {
      return sizes[components.find(text)] < AnchorEdges.SMALL;
    }

    private void join(long pair) {
      int one = components.find(PairList.young(pair));
      int other = components.find(PairList.old(pair));
      if (one != other) {
        components.union(one, other);
        sizes[Math.min(one, other)] += sizes[Math.max(one, other)];
      }
    }
  }
}
