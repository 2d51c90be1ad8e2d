package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * Adds the texts of one night to the components of all nights before, with work in proportion to
 * the new texts apart from one pass over the state.
 *
 * <p>The order key of a text begins with the night that brought it ({@link NightText}), so that
 * later nights only add larger keys, whatever the dates of their messages. Nights are numbers that
 * rise from run to run, for example those of the published generations. The outcome of any row of
 * nights is the same as that of {@link ReplayedNights} over all their texts at once.
 *
 * <p>A component is named by its oldest text; where two become one, the older name stays and a
 * {@link Merge} says so. Needs about 1 kB for each new text and 35 bytes for each old one.
 * Thread-safe.
 */
final class NightlyClusters {

  private final StateRules rules;
  private final int threads;

  /**
   * Clusters by some rules.
   *
   * @param threads number of worker threads, at least 1
   */
  NightlyClusters(StateRules rules, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
    }
    this.rules = rules;
    this.threads = threads;
  }

  /**
   * Adds a night.
   *
   * @param state all nights before, made by the same rules; does not change
   * @param night at least 0 and above the last night of the state
   * @param texts the distinct texts of the night; those that the state knows are left out
   * @param folder where the new segment is written
   * @return the segment; empty if there was no new text, and so nothing to write
   * @throws StateException if a segment turns out to be damaged
   */
  Optional<Path> add(ClusterState state, long night, Iterator<DistinctText> texts, Path folder)
      throws IOException {
    if (night < 0 || night <= state.lastNight()) {
      throw new IllegalArgumentException(
          "night is " + night + ", but must be at least 0 and above " + state.lastNight());
    }
    try (Workers workers = new Workers(threads)) {
      SketchedTexts fresh = sketch(state, texts, workers);
      if (fresh.count() == 0) {
        return Optional.empty();
      }
      return Optional.of(add(state, night, fresh, folder, workers));
    }
  }

  private SketchedTexts sketch(ClusterState state, Iterator<DistinctText> texts, Workers workers) {
    Fingerprints known = new Fingerprints(state);
    Set<String> met = new HashSet<>();
    Iterator<DistinctText> fresh =
        new Streamed<>(
            texts,
            (text, out) -> {
              if (!known.contains(text.fingerprint())) {
                if (!met.add(text.fingerprint())) {
                  throw new IllegalArgumentException("a text comes twice in one night");
                }
                out.accept(text);
              }
            });
    return SketchedTexts.read(fresh, rules.signature(), rules.cluster().min_tokens(), workers);
  }

  /**
   * The same for texts that are sketched.
   *
   * @param fresh texts that the state does not know, at least one
   */
  Path add(ClusterState state, long night, SketchedTexts fresh, Path folder, Workers workers)
      throws IOException {
    Path file = folder.resolve(StateSegments.name(night, night));
    int base = state.count();
    try (SegmentWriter writer = new SegmentWriter(file, rules, base, fresh.count())) {
      UnionFind joined = new UnionFind(fresh.count());
      long[] pairs = bands(state, fresh, joined, writer, workers);
      NightStep.Decision decision = decide(state, night, fresh, joined, pairs, workers);
      writer.shingles(text -> fresh.sets()[text - base]);
      writer.texts(fingerprints(fresh), decision.leaders());
      writer.finish(decision.merges(), new long[] {night}, new int[] {fresh.count()});
      return file;
    }
  }

  /** Joins similar new texts, writes the bands, and returns the pairs of a new and an old text. */
  private long[] bands(
      ClusterState state,
      SketchedTexts fresh,
      UnionFind joined,
      SegmentWriter writer,
      Workers workers)
      throws IOException {
    PairList pairs = new PairList();
    Deque<Future<Band>> running = new ArrayDeque<>();
    for (int i = 0; i < rules.signature().bands(); i++) {
      int band = i;
      BandWriter rows = writer.band();
      running.add(workers.submit(() -> band(state, fresh, joined, band, rows, pairs)));
      if (running.size() > workers.threads()) {
        write(running.remove(), writer);
      }
    }
    while (!running.isEmpty()) {
      write(running.remove(), writer);
    }
    return pairs.sorted();
  }

  private record Band(BlockBytes rows, BitSet anchors) {}

  private Band band(
      ClusterState state,
      SketchedTexts fresh,
      UnionFind joined,
      int band,
      BandWriter rows,
      PairList pairs)
      throws IOException {
    int[][] sets = fresh.sets();
    NewBuckets buckets = new NewBuckets(fresh.bandKeys(band), sets);
    buckets.meet(state.segments(), band);
    PairVerifier.verify(buckets::proposeNew, sets, joined, rules.cluster().threshold());
    pairs.addAll(buckets.oldPairs());
    buckets.write(rows, state.count());
    return new Band(rows.finish(), buckets.anchors());
  }

  private static void write(Future<Band> running, SegmentWriter writer) throws IOException {
    try {
      Band band = Workers.await(running);
      writer.band(band.rows(), band.anchors());
    } catch (IllegalStateException failed) {
      if (failed.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw failed;
    }
  }

  private NightStep.Decision decide(
      ClusterState state,
      long night,
      SketchedTexts fresh,
      UnionFind joined,
      long[] pairs,
      Workers workers)
      throws IOException {
    BitSet wanted = new BitSet(state.count());
    BitSet touched = new BitSet(state.count());
    for (long pair : pairs) {
      wanted.set(PairList.old(pair));
      touched.set(state.leader(PairList.old(pair)));
    }
    KeptShingles kept = new KeptShingles(state.segments(), wanted);
    int[][] sets = fresh.sets();
    NightStep step = new NightStep(touched.stream().toArray(), state.count(), fresh.count());
    for (int i = 0; i < fresh.count(); i++) {
      step.join(step.newItem(i), step.newItem(joined.find(i)));
    }
    workers.ranges(
        pairs.length,
        i -> {
          int young = step.newItem(PairList.young(pairs[i]));
          int old = step.oldItem(state.leader(PairList.old(pairs[i])));
          if (!step.connected(young, old)
              && similar(sets[PairList.young(pairs[i])], kept.of(PairList.old(pairs[i])))) {
            step.join(young, old);
          }
        });
    return step.decide(night);
  }

  private boolean similar(int[] one, int[] other) {
    return Jaccard.atLeast(one, other, rules.cluster().threshold());
  }

  static long[] fingerprints(SketchedTexts texts) {
    long[] fingerprints = new long[Math.multiplyExact(2, texts.count())];
    for (int i = 0; i < texts.count(); i++) {
      fingerprints[2 * i] = Fingerprints.high(texts.fingerprint(i));
      fingerprints[2 * i + 1] = Fingerprints.low(texts.fingerprint(i));
    }
    return fingerprints;
  }
}
