package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenizedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * All texts of a run as arrays, numbered from the oldest to the youngest.
 *
 * <p>The order is by night, where there are nights, then by rank, which is the time first seen of
 * new texts, then by fingerprint. Takes about 0.9 kB per text of 100 words, of which 0.4 kB (the
 * band keys) are let go as {@link #lastBandKeys} hands them out.
 */
final class SketchedTexts {

  private static final int BATCH_BITS = 12;
  private static final int BATCH = 1 << BATCH_BITS;

  private final String[] fingerprints;
  private final int[][] sets;
  private final List<Sketches> batches;
  private final int[] order;

  private SketchedTexts(List<Sketches> batches, int[] order) {
    int n = order.length;
    this.batches = batches;
    this.order = order;
    this.fingerprints = new String[n];
    this.sets = new int[n][];
    for (int i = 0; i < n; i++) {
      Sketches batch = batches.get(order[i] >>> BATCH_BITS);
      int row = order[i] & (BATCH - 1);
      fingerprints[i] = batch.fingerprints()[row];
      sets[i] = batch.sets()[row];
    }
  }

  /** Reads texts to the end, sketching in the workers while this thread fetches the next ones. */
  static SketchedTexts read(
      Iterator<DistinctText> texts, SignatureConfig signature, int minTokens, Workers workers) {
    return read(texts, workers, batch -> Sketches.of(batch, signature, minTokens));
  }

  /** The same for texts of which the tokens are known. */
  static SketchedTexts readTokens(
      Iterator<TokenizedText> texts, SignatureConfig signature, int minTokens, Workers workers) {
    return read(texts, workers, batch -> Sketches.ofTokens(batch, signature, minTokens));
  }

  /** Reads texts to the end for comparison only: they have no band keys. */
  static SketchedTexts readSets(
      Iterator<DistinctText> texts, SignatureConfig signature, int minTokens, Workers workers) {
    return read(texts, workers, batch -> Sketches.sets(batch, signature, minTokens));
  }

  /** Reads texts of many nights to the end; those before the given night have no band keys. */
  static SketchedTexts readSince(
      Iterator<NightText> texts,
      long night,
      SignatureConfig signature,
      int minTokens,
      Workers workers) {
    return read(texts, workers, batch -> Sketches.since(batch, night, signature, minTokens));
  }

  private static <T> SketchedTexts read(
      Iterator<T> texts, Workers workers, Function<List<T>, Sketches> sketches) {
    List<Sketches> batches = new ArrayList<>();
    Deque<Future<Sketches>> running = new ArrayDeque<>();
    while (texts.hasNext()) {
      List<T> batch = new ArrayList<>();
      while (batch.size() < BATCH && texts.hasNext()) {
        batch.add(texts.next());
      }
      running.add(workers.submit(() -> sketches.apply(batch)));
      if (running.size() > 2 * workers.threads()) {
        batches.add(Workers.await(running.remove()));
      }
    }
    while (!running.isEmpty()) {
      batches.add(Workers.await(running.remove()));
    }
    return new SketchedTexts(batches, order(batches));
  }

  int count() {
    return fingerprints.length;
  }

  /**
   * The youngest of these texts, numbered from 0.
   *
   * <p>Band keys are shared with these: what is let go here is gone there.
   */
  SketchedTexts from(int first) {
    return first == 0
        ? this
        : new SketchedTexts(batches, Arrays.copyOfRange(order, first, order.length));
  }

  /** These and other texts in one order; band keys of neither must be asked for any more. */
  SketchedTexts with(SketchedTexts others) {
    if (count() == 0) {
      return others;
    }
    List<Sketches> all = new ArrayList<>(batches);
    all.addAll(others.batches);
    int[] together = Arrays.copyOf(order, count() + others.count());
    for (int i = 0; i < others.count(); i++) {
      together[count() + i] = others.order[i] + (batches.size() << BATCH_BITS);
    }
    return new SketchedTexts(all, sorted(all, together));
  }

  /** Their numbers in the order in which they were first sent, and then of their fingerprints. */
  int[] byDate() {
    long[] dates = new long[count()];
    Arrays.setAll(dates, this::firstSeen);
    return TextOrder.of(dates, new long[count()], this::fingerprint);
  }

  /** The texts of some numbers, in this order. */
  SketchedTexts picked(int[] numbers) {
    return new SketchedTexts(batches, Arrays.stream(numbers).map(i -> order[i]).toArray());
  }

  String fingerprint(int text) {
    return fingerprints[text];
  }

  long copies(int text) {
    return batches.get(order[text] >>> BATCH_BITS).copies()[order[text] & (BATCH - 1)];
  }

  long night(int text) {
    return batches.get(order[text] >>> BATCH_BITS).nights()[order[text] & (BATCH - 1)];
  }

  /** Its order within its night; its number in the state where a state holds the night. */
  long rank(int text) {
    return batches.get(order[text] >>> BATCH_BITS).ranks()[order[text] & (BATCH - 1)];
  }

  /** When it was first sent. */
  long firstSeen(int text) {
    return batches.get(order[text] >>> BATCH_BITS).dates()[order[text] & (BATCH - 1)];
  }

  /** Sorted distinct shingles of each text; null for a text too short to be compared. */
  int[][] sets() {
    return sets;
  }

  /** The key of each text in a band; the band is let go, so it cannot be asked for any more. */
  long[] lastBandKeys(int band) {
    long[] keys = new long[count()];
    lastBandKeys(band, keys);
    return keys;
  }

  /** The same, written to an array with room for all texts. */
  void lastBandKeys(int band, long[] keys) {
    bandKeys(band, keys);
    for (Sketches batch : batches) {
      batch.keys()[band] = null;
    }
  }

  /** Writes the key of each text in a band. */
  void bandKeys(int band, long[] keys) {
    long[][] parts = new long[batches.size()][];
    Arrays.setAll(parts, batch -> batches.get(batch).keys()[band]);
    for (int i = 0; i < count(); i++) {
      keys[i] = parts[order[i] >>> BATCH_BITS][order[i] & (BATCH - 1)];
    }
  }

  private static int[] order(List<Sketches> batches) {
    int n = 0;
    for (Sketches batch : batches) {
      n = Math.addExact(n, batch.fingerprints().length);
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return sorted(batches, order);
  }

  /** By night, rank and fingerprint. */
  private static int[] sorted(List<Sketches> batches, int[] numbers) {
    long[] nights = new long[numbers.length];
    long[] ranks = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      Sketches batch = batches.get(numbers[i] >>> BATCH_BITS);
      nights[i] = batch.nights()[numbers[i] & (BATCH - 1)];
      ranks[i] = batch.ranks()[numbers[i] & (BATCH - 1)];
    }
    int[] order =
        TextOrder.of(
            nights,
            ranks,
            i -> batches.get(numbers[i] >>> BATCH_BITS).fingerprints()[numbers[i] & (BATCH - 1)]);
    Arrays.setAll(order, i -> numbers[order[i]]);
    return order;
  }
}
