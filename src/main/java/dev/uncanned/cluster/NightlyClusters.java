package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

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
 * {@link Merge} says so. Needs about 1 kB for each new text and 40 bytes for each old one.
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
      NightLinks links = new NightLinks(state, fresh, rules, workers);
      links.join(writer);
      writer.shingles(text -> fresh.sets()[text - base]);
      writer.texts(fingerprints(fresh, workers), links.leaders());
      writer.finish(links.merges(night), new long[] {night}, new int[] {fresh.count()});
      return file;
    }
  }

  static long[] fingerprints(SketchedTexts texts, Workers workers) {
    long[] fingerprints = new long[Math.multiplyExact(2, texts.count())];
    workers.ranges(
        texts.count(),
        i -> {
          fingerprints[2 * i] = Fingerprints.high(texts.fingerprint(i));
          fingerprints[2 * i + 1] = Fingerprints.low(texts.fingerprint(i));
        });
    return fingerprints;
  }
}
