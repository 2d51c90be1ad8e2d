package dev.uncanned.cluster;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Proposes pairs from the buckets of one band: each text with the oldest of its bucket and with the
 * one before it, and, for texts that these pairs have left in small components, with those of the
 * {@value #ANCHORS} oldest of its bucket, its anchors, that are in large ones, and the other way
 * round.
 *
 * <p>A fixed number of pairs a text, however full the bucket, so that the work is linear. The
 * oldest alone would do where buckets hold nearly equal copies of one template; the one before
 * finds the texts of a second template that a band happens to throw together with the first. Where
 * copies are heavily edited, a text may be unlike both and like others. All are earlier texts, so
 * texts that come later do not change the pairs of those that were there.
 */
final class StarEdges {

  /** So many of the oldest texts of a bucket are proposed to each text that comes later. */
  static final int ANCHORS = 16;

  private static final int FREE = -1;

  /** Components of fewer texts are small. */
  static final int SMALL = 4;

  /** Of so many places that a small text may mark it marks one, up to the size of a cache. */
  private static final int PLACES = 8;

  private static final int MOST_BITS = 24;

  /** With fewer texts all pairs of a bucket are those with the oldest and with the one before. */
  private static final int MORE_PAIRS = 4;

  /** So many texts at a time are sorted into buckets: as many as stay near the processor. */
  private static final int PART = 1 << 12;

  /** Takes a pair. */
  interface Sink {
    void pair(int young, int old);
  }

  private final long[] keys;
  private final int[] texts;

  /** Where each part of the texts begins, and where the last one ends. */
  private final int[] starts;

  /** For each place in the table the oldest and the latest text of a bucket, and their number. */
  private int[] oldest = {};

  private int[] latest = {};
  private int[] sizes = {};

  /** For each text of a part the place of its bucket in the table, and the next of the bucket. */
  private int[] places = {};

  private int[] next = {};

  private StarEdges(long[] keyOfEach, boolean[] skipped) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(keyOfEach.length / PART);
    starts = new int[(1 << bits) + 1];
    for (int text = 0; text < keyOfEach.length; text++) {
      if (!skipped[text]) {
        starts[part(keyOfEach[text], bits) + 1]++;
      }
    }
    for (int part = 0; part < 1 << bits; part++) {
      starts[part + 1] += starts[part];
    }
    keys = new long[starts[1 << bits]];
    texts = new int[keys.length];
    int[] ends = starts.clone();
    for (int text = 0; text < keyOfEach.length; text++) {
      if (!skipped[text]) {
        int at = ends[part(keyOfEach[text], bits)]++;
        keys[at] = keyOfEach[text];
        texts[at] = text;
      }
    }
  }

  /**
   * Proposes the pairs with the oldest of a bucket and with the one before.
   *
   * @param keys the band key of each text, from the oldest to the youngest; their leading bits tell
   *     them apart as well as any other bits do
   * @param skipped texts that are in no bucket
   */
  static void propose(long[] keys, boolean[] skipped, Sink sink) {
    StarEdges edges = new StarEdges(keys, skipped);
    for (int part = 0; part + 1 < edges.starts.length; part++) {
      edges.find(edges.starts[part], edges.starts[part + 1], sink);
    }
  }

  /**
   * Proposes the pairs of a text and another anchor of its bucket, where one of the two is small,
   * but for those that {@link #propose} has. Pairs of two small texts are for the caller to leave
   * out: most are of texts that quote the same, and where they are of one template, they have its
   * other texts to meet.
   *
   * @param skipped texts that are in no bucket
   * @param small texts in small components
   */
  static void proposeAnchors(long[] keys, boolean[] skipped, BitSet small, Sink sink) {
    StarEdges edges = new StarEdges(keys, withoutPartner(keys, skipped, small));
    for (int part = 0; part + 1 < edges.starts.length; part++) {
      edges.findAnchors(edges.starts[part], edges.starts[part + 1], small, sink);
    }
  }

  /** Texts that are in no bucket with a small one; a few of them are overlooked. */
  private static boolean[] withoutPartner(long[] keys, boolean[] skipped, BitSet small) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros((long) small.cardinality() * PLACES);
    BitSet partners = new BitSet();
    for (int text = small.nextSetBit(0); text >= 0; text = small.nextSetBit(text + 1)) {
      if (!skipped[text]) {
        partners.set(part(keys[text], Math.min(bits, MOST_BITS)));
      }
    }
    boolean[] without = skipped.clone();
    for (int text = 0; text < keys.length; text++) {
      without[text] |= !partners.get(part(keys[text], Math.min(bits, MOST_BITS)));
    }
    return without;
  }

  private static int part(long key, int bits) {
    return (int) (key >>> 1 >>> Long.SIZE - 1 - bits);
  }

  /** Pairs texts that are side by side in the arrays, from old to young. */
  private void find(int from, int to, Sink sink) {
    fill(from, to);
    for (int i = from; i < to; i++) {
      int at = places[i - from];
      if (latest[at] != i) {
        int young = next[i - from];
        sink.pair(texts[young], texts[oldest[at]]);
        if (oldest[at] != i) {
          sink.pair(texts[young], texts[i]);
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

  private void findAnchors(int from, int to, BitSet small, Sink sink) {
    fill(from, to);
    for (int i = from; i < to; i++) {
      int first = oldest[places[i - from]];
      if (first != i && sizes[places[i - from]] >= MORE_PAIRS) {
        pairWithAnchors(i, first, from, small, sink);
      }
    }
  }

  /** Pairs a text with the anchors after the first, but for the one just before the text. */
  private void pairWithAnchors(int text, int first, int from, BitSet small, Sink sink) {
    boolean isSmall = small.get(texts[text]);
    int anchor = next[first - from];
    for (int n = 1; n < ANCHORS && anchor != text && next[anchor - from] != text; n++) {
      if (isSmall || small.get(texts[anchor])) {
        sink.pair(texts[text], texts[anchor]);
      }
      anchor = next[anchor - from];
    }
  }
}
