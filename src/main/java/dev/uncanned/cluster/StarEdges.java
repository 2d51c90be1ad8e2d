package dev.uncanned.cluster;

import java.util.Arrays;

/**
 * Proposes pairs from the buckets of one band: each text with the oldest of its bucket and with the
 * one before it.
 *
 * <p>A fixed number of pairs a text, however full the bucket, so that the work is linear. The
 * oldest alone would do where buckets hold nearly equal copies of one template; the one before
 * finds the texts of a second template that a band happens to throw together with the first. Where
 * copies are heavily edited, a text may be unlike both and like others: {@link AnchorEdges}
 * proposes these. All are earlier texts, so texts that come later do not change the pairs of those
 * that were there. One per thread.
 */
final class StarEdges {

  private static final int FREE = -1;

  /** So many texts at a time are sorted into buckets: as many as stay near the processor. */
  private static final int PART = 1 << 13;

  /** Takes a pair. */
  interface Sink {
    void pair(int young, int old);
  }

  private final boolean[] skipped;

  /** The number of parts is a power of two, this one. */
  private final int bits;

  private final long[] keys;
  private final int[] texts;

  /** Where each part of the texts begins, and where the last one ends. */
  private final int[] starts;

  private final int[] ends;
  private final AnchorEdges.Builder anchors = new AnchorEdges.Builder();

  /** For each place in the table the oldest and the latest text of a bucket, and their number. */
  private int[] oldest = {};

  private int[] latest = {};
  private int[] sizes = {};

  /** For each text of a part the place of its bucket in the table, and the next of the bucket. */
  private int[] places = {};

  private int[] next = {};

  /**
   * Room for the bands of some texts, one after the other.
   *
   * @param skipped texts that are in no bucket
   */
  StarEdges(boolean[] skipped) {
    this.skipped = skipped;
    this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(skipped.length / PART);
    this.starts = new int[(1 << bits) + 1];
    this.ends = new int[1 << bits];
    int n = 0;
    for (boolean out : skipped) {
      n += out ? 0 : 1;
    }
    this.keys = new long[n];
    this.texts = new int[n];
  }

  /** Puts the keys of a part side by side, from old to young. */
  private void divide(long[] keyOfEach) {
    Arrays.fill(starts, 0);
    for (int text = 0; text < keyOfEach.length; text++) {
      if (!skipped[text]) {
        starts[part(keyOfEach[text]) + 1]++;
      }
    }
    for (int part = 0; part < ends.length; part++) {
      starts[part + 1] += starts[part];
      ends[part] = starts[part];
    }
    for (int text = 0; text < keyOfEach.length; text++) {
      if (!skipped[text]) {
        int at = ends[part(keyOfEach[text])]++;
        keys[at] = keyOfEach[text];
        texts[at] = text;
      }
    }
  }

  private int part(long key) {
    return (int) (key >>> 1 >>> Long.SIZE - 1 - bits);
  }

  /**
   * Proposes the pairs with the oldest of a bucket and with the one before.
   *
   * @param keys the band key of each text, from the oldest to the youngest; their leading bits tell
   *     them apart as well as any other bits do
   * @return what more pairs the buckets have with their anchors
   */
  AnchorEdges propose(long[] keys, Sink sink) {
    divide(keys);
    for (int part = 0; part < ends.length; part++) {
      find(starts[part], starts[part + 1], sink);
    }
    return anchors.build();
  }

  /** Pairs texts that are side by side in the arrays, bucket by bucket, from old to young. */
  private void find(int from, int to, Sink sink) {
    fill(from, to);
    for (int first = from; first < to; first++) {
      int at = places[first - from];
      if (oldest[at] == first && latest[at] != first) {
        boolean hasAnchors = anchors.open(sizes[at], texts[first]);
        for (int before = first; before != latest[at]; ) {
          int young = next[before - from];
          sink.pair(texts[young], texts[first]);
          if (before != first) {
            sink.pair(texts[young], texts[before]);
          }
          if (hasAnchors) {
            anchors.add(texts[young]);
          }
          before = young;
        }
      }
    }
  }

  /** Finds the buckets of texts that are side by side in the arrays. */
  private void fill(int from, int to) {
    int mask = Integer.highestOneBit(Math.max(1, to - from)) * 4 - 1;
    makeRoom(mask + 1, to - from);
    Arrays.fill(oldest, 0, mask + 1, FREE);
    for (int i = from; i < to; i++) {
      int at = (int) keys[i] & mask;
      while (oldest[at] != FREE && keys[oldest[at]] != keys[i]) {
        at = at + 1 & mask;
      }
      places[i - from] = at;
      if (oldest[at] == FREE) {
        oldest[at] = i;
        sizes[at] = 0;
      } else {
        next[latest[at] - from] = i;
      }
      latest[at] = i;
      sizes[at]++;
    }
  }

  private void makeRoom(int table, int part) {
    if (oldest.length < table) {
      oldest = new int[table];
      latest = new int[table];
      sizes = new int[table];
    }
    if (places.length < part) {
      places = new int[part];
      next = new int[part];
    }
  }
}
