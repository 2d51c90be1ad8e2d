package dev.uncanned.cluster;

import java.util.BitSet;

/**
 * Writes the buckets of one band: for each key the anchors and the youngest of the texts that have
 * it.
 *
 * <p>The first row of a bucket has its oldest and its youngest text, further rows with the same key
 * have two more anchors each, from old to young. Rows come by rising key (as signed numbers). A
 * block holds up to {@value #ROWS} of them, column by column: distances between keys in as few
 * whole bytes as the largest one needs, the first texts, a bit for each row that has two texts, and
 * the second of those. Texts are numbered from the first of the segment, in one to four bytes.
 * Among 5 million texts a row takes about nine bytes.
 */
final class BandWriter {

  static final int ROWS = 1024;

  private static final int BITS_PER_BYTE = 8;

  private final int base;
  private final int width;
  private final long[] keys = new long[ROWS];
  private final int[] firsts = new int[ROWS];
  private final int[] seconds = new int[ROWS];
  private final BitSet kept = new BitSet();
  private final BlockBytes out = new BlockBytes();
  private int rows;

  /**
   * @param base number of the first text of the segment
   * @param count number of texts of the segment
   */
  BandWriter(int base, int count) {
    this.base = base;
    this.width = bytes(count);
  }

  /**
   * Writes a bucket.
   *
   * @param texts ordered, of which the bucket has those from {@code from} to before {@code to}, or
   *     at least its anchors and its youngest
   * @param offset what has to be added to get the number of a text
   */
  void bucket(long key, int[] texts, int from, int to, int offset) {
    int last = to - 1;
    int anchors = Math.min(AnchorEdges.ANCHORS, last - from);
    row(key, texts[from] + offset, texts[last] + offset);
    for (int i = 1; i < anchors; i += 2) {
      int second = Math.min(i + 1, anchors - 1);
      row(key, texts[from + i] + offset, texts[from + second] + offset);
    }
  }

  private void row(long key, int first, int second) {
    if (rows == ROWS) {
      flush();
    }
    keys[rows] = key;
    firsts[rows] = first - base;
    seconds[rows++] = second - base;
    kept.set(first - base);
    kept.set(second - base);
  }

  /** The texts that have been written, counted from the first of the segment. */
  BitSet texts() {
    return kept;
  }

  /** All rows as blocks; nothing may be written any more. */
  BlockBytes finish() {
    flush();
    return out;
  }

  private void flush() {
    if (rows == 0) {
      return;
    }
    long widest = 0;
    for (int i = 1; i < rows; i++) {
      widest |= keys[i] - keys[i - 1];
    }
    int keyWidth = bytes(widest);
    out.beginBlock();
    out.putInt(rows);
    out.putInt(keyWidth | width << BITS_PER_BYTE);
    out.putLong(keys[0]);
    for (int i = 1; i < rows; i++) {
      out.putFixed(keys[i] - keys[i - 1], keyWidth);
    }
    for (int i = 0; i < rows; i++) {
      out.putFixed(firsts[i], width);
    }
    flags();
    for (int i = 0; i < rows; i++) {
      if (seconds[i] != firsts[i]) {
        out.putFixed(seconds[i], width);
      }
    }
    out.endBlock();
    rows = 0;
  }

  private void flags() {
    for (int from = 0; from < rows; from += Long.SIZE) {
      long bits = 0;
      for (int i = from; i < Math.min(rows, from + Long.SIZE); i++) {
        bits |= seconds[i] != firsts[i] ? 1L << i : 0;
      }
      out.putLong(bits);
    }
  }

  /** Number of bytes that hold a number that is read without sign, at least 1. */
  private static int bytes(long number) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(number);
    return Math.max(1, (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE);
  }
}
