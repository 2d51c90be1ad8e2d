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

  /** Takes a pair. */
  interface Sink {
    void pair(int young, int old);
  }

  private StarEdges() {}

  /**
   * Proposes the pairs of a band.
   *
   * @param keys the band key of each text, from the oldest to the youngest
   * @param skipped texts that are in no bucket
   */
  static void propose(long[] keys, boolean[] skipped, Sink sink) {
    int mask = Integer.highestOneBit(Math.max(1, keys.length)) * 4 - 1;
    int[] oldest = new int[mask + 1];
    int[] latest = new int[mask + 1];
    Arrays.fill(oldest, FREE);
    for (int text = 0; text < keys.length; text++) {
      if (!skipped[text]) {
        int at = (int) keys[text] & mask;
        while (oldest[at] != FREE && keys[oldest[at]] != keys[text]) {
          at = at + 1 & mask;
        }
        if (oldest[at] == FREE) {
          oldest[at] = text;
        } else {
          sink.pair(text, oldest[at]);
          if (latest[at] != oldest[at]) {
            sink.pair(text, latest[at]);
          }
        }
        latest[at] = text;
      }
    }
  }
}
