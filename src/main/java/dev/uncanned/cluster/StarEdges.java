package dev.uncanned.cluster;

import java.util.Arrays;

/**
 * Proposes pairs from the buckets of one band: each text with the oldest of its bucket and with the
 * one before it.
 *
 * <p>Two pairs a text, however full the bucket, so that the work is linear. The oldest alone would
 * do where buckets hold copies of one template; the one before finds the texts of a second template
 * that a band happens to throw together with the first. Both are earlier texts, so texts that come
 * later do not change the pairs of those that were there.
 */
final class StarEdges {

  private static final int FREE = -1;

  /** So many texts at a time are sorted into buckets: as many as stay near the processor. */
  private static final int PART = 1 << 12;

  /** Takes a pair. */
  interface Sink {
    void pair(int young, int old);
  }

  private final long[] keys;
  private final int[] texts;

  private int[] oldest = {};
  private int[] latest = {};

  private StarEdges(int count) {
    this.keys = new long[count];
    this.texts = new int[count];
  }

  /**
   * Proposes the pairs of a band.
   *
   * @param keys the band key of each text, from the oldest to the youngest; their leading bits tell
   *     them apart as well as any other bits do
   * @param skipped texts that are in no bucket
   */
  static void propose(long[] keys, boolean[] skipped, Sink sink) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length / PART);
    int[] ends = new int[(1 << bits) + 1];
    for (int text = 0; text < keys.length; text++) {
      if (!skipped[text]) {
        ends[part(keys[text], bits) + 1]++;
      }
    }
    for (int part = 0; part < 1 << bits; part++) {
      ends[part + 1] += ends[part];
    }
    StarEdges edges = new StarEdges(ends[1 << bits]);
    for (int text = 0; text < keys.length; text++) {
      if (!skipped[text]) {
        int at = ends[part(keys[text], bits)]++;
        edges.keys[at] = keys[text];
        edges.texts[at] = text;
      }
    }
    for (int part = 0; part < 1 << bits; part++) {
      edges.find(part == 0 ? 0 : ends[part - 1], ends[part], sink);
    }
  }

  private static int part(long key, int bits) {
    return (int) (key >>> 1 >>> Long.SIZE - 1 - bits);
  }

  /** Pairs texts that are side by side in the arrays, from old to young. */
  private void find(int from, int to, Sink sink) {
    int mask = Integer.highestOneBit(Math.max(1, to - from)) * 4 - 1;
    if (oldest.length <= mask) {
      oldest = new int[mask + 1];
      latest = new int[mask + 1];
    }
    Arrays.fill(oldest, 0, mask + 1, FREE);
    for (int i = from; i < to; i++) {
      int at = (int) keys[i] & mask;
      while (oldest[at] != FREE && keys[oldest[at]] != keys[i]) {
        at = at + 1 & mask;
      }
      if (oldest[at] == FREE) {
        oldest[at] = i;
      } else {
        sink.pair(texts[i], texts[oldest[at]]);
        if (latest[at] != oldest[at]) {
          sink.pair(texts[i], texts[latest[at]]);
        }
      }
      latest[at] = i;
    }
  }
}
