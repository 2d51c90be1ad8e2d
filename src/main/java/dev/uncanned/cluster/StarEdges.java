package dev.uncanned.cluster;

import java.util.Arrays;

/**
 * Proposes pairs from the buckets of one band: each text with the {@value #ANCHORS} oldest of its
 * bucket, its anchors, and with the one before it.
 *
 * <p>At most {@value #ANCHORS} and one pairs a text, however full the bucket, so that the work is
 * linear. The oldest alone would do where buckets hold nearly equal copies of one template; where
 * copies are heavily edited, a text may be unlike the oldest and like others. The one before finds
 * the texts of a second template that a band happens to throw together with the first. All are
 * earlier texts, so texts that come later do not change the pairs of those that were there.
 *
 * <p>Pairs with the oldest and with the one before come first; by then most texts are connected,
 * and the others are left out where {@link Sink#apart} says so.
 */
final class StarEdges {

  /** So many of the oldest texts of a bucket are proposed to each text that comes later. */
  static final int ANCHORS = 16;

  private static final int FREE = -1;

  /** With fewer texts all pairs of a bucket are those with the oldest and with the one before. */
  private static final int MORE_PAIRS = 4;

  /** So many texts at a time are sorted into buckets: as many as stay near the processor. */
  private static final int PART = 1 << 12;

  /** Takes pairs. */
  interface Sink {

    /** A text and the oldest of its bucket, or the one before it. */
    void pair(int young, int old);

    /** A text and another anchor of its bucket; comes after the other pairs of the bucket. */
    default void anchorPair(int young, int anchor) {
      pair(young, anchor);
    }

    /**
     * Whether a pair may still change what is connected; those that cannot need no anchor pairs.
     */
    default boolean apart(int young, int old) {
      return true;
    }
  }

  private final long[] keys;
  private final int[] texts;

  /** For each place in the table the oldest and the latest text of a bucket, and their number. */
  private int[] oldest = {};

  private int[] latest = {};
  private int[] sizes = {};

  /** Places of buckets whose texts are not all connected to the oldest. */
  private boolean[] mixed = {};

  /** For each text of a part the place of its bucket in the table, and the next of the bucket. */
  private int[] places = {};

  private int[] next = {};

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
        mixed[at] = false;
      } else {
        next[latest[at] - from] = i;
        sink.pair(texts[i], texts[oldest[at]]);
        if (latest[at] != oldest[at]) {
          sink.pair(texts[i], texts[latest[at]]);
        }
      }
      latest[at] = i;
      sizes[at]++;
    }
    pairWithAnchors(from, to, sink);
  }

  private void makeRoom(int table, int part) {
    if (oldest.length < table) {
      oldest = new int[table];
      latest = new int[table];
      sizes = new int[table];
      mixed = new boolean[table];
    }
    if (places.length < part) {
      places = new int[part];
      next = new int[part];
    }
  }

  private void pairWithAnchors(int from, int to, Sink sink) {
    boolean any = false;
    for (int i = from; i < to; i++) {
      int at = places[i - from];
      if (sizes[at] >= MORE_PAIRS && !mixed[at] && oldest[at] != i) {
        mixed[at] = sink.apart(texts[i], texts[oldest[at]]);
        any |= mixed[at];
      }
    }
    for (int i = from; any && i < to; i++) {
      int first = oldest[places[i - from]];
      if (mixed[places[i - from]] && first != i) {
        pairWithAnchors(i, first, from, sink);
      }
    }
  }

  /** Pairs a text with the anchors after the first, but for the one just before the text. */
  private void pairWithAnchors(int text, int first, int from, Sink sink) {
    int anchor = next[first - from];
    for (int n = 1; n < ANCHORS && anchor != text && next[anchor - from] != text; n++) {
      if (sink.apart(texts[text], texts[anchor])) {
        sink.anchorPair(texts[text], texts[anchor]);
      }
      anchor = next[anchor - from];
    }
  }
}
