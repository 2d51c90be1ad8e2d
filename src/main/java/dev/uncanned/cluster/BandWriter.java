package dev.uncanned.cluster;

/**
 * Writes the buckets of one band: for each key the oldest and the youngest text that has it.
 *
 * <p>Rows come by rising key (as signed numbers). A block holds up to {@value #ROWS} of them,
 * column by column: distances between keys in as few whole bytes as the largest one needs, the
 * oldest texts, a bit for each row that has two texts, and the youngest of those. Texts are
 * numbered from the first of the segment, in one to four bytes. Among 5 million texts a row takes
 * about nine bytes.
 */
final class BandWriter {

  static final int ROWS = 1024;

  private static final int BITS_PER_BYTE = 8;

  private final int base;
  private final int width;
  private final long[] keys = new long[ROWS];
  private final int[] oldest = new int[ROWS];
  private final int[] youngest = new int[ROWS];
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

  void row(long key, int oldestText, int youngestText) {
    if (rows == ROWS) {
      flush();
    }
    keys[rows] = key;
    oldest[rows] = oldestText - base;
    youngest[rows++] = youngestText - base;
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
      out.putFixed(oldest[i], width);
    }
    flags();
    for (int i = 0; i < rows; i++) {
      if (youngest[i] != oldest[i]) {
        out.putFixed(youngest[i], width);
      }
    }
    out.endBlock();
    rows = 0;
  }

  private void flags() {
    for (int from = 0; from < rows; from += Long.SIZE) {
      long bits = 0;
      for (int i = from; i < Math.min(rows, from + Long.SIZE); i++) {
        bits |= youngest[i] != oldest[i] ? 1L << i : 0;
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
