package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;

/** Reads the buckets of one band of a segment, by rising key; {@link BandWriter} tells the form. */
final class BandReader {

  private static final int BITS_PER_BYTE = 8;
  private static final int WIDTH_MASK = 0xFF;

  private final BlockReader blocks;
  private final int base;
  private final int count;
  private int rows;
  private int row;
  private long key;
  private long keyMask;
  private int keyWidth;
  private int keysAt;
  private int firstsAt;
  private int flagsAt;
  private int secondsAt;
  private long textMask;
  private int textWidth;

  /**
   * @param base number of the first text of the segment
   * @param count number of texts of the segment
   */
  BandReader(BlockReader blocks, int base, int count) {
    this.blocks = blocks;
    this.base = base;
    this.count = count;
  }

  /** Goes to the next row; false after the last. */
  boolean next() throws IOException {
    row++;
    if (row < rows) {
      key += BlockBytes.longAt(blocks.block(), keysAt + (row - 1) * keyWidth) & keyMask;
      return true;
    }
    return nextBlock();
  }

  /** Goes on to the first row from this one on whose key is not below {@code least}. */
  boolean seek(long least) throws IOException {
    while (true) {
      byte[] block = blocks.block();
      while (key < least && ++row < rows) {
        key += BlockBytes.longAt(block, keysAt + (row - 1) * keyWidth) & keyMask;
      }
      if (row < rows) {
        return true;
      }
      if (!nextBlock()) {
        return false;
      }
    }
  }

  /** Reads to the end, so that all checksums have been looked at. */
  void drain() throws IOException {
    rows = 0;
    while (blocks.next()) {
      row = 0;
    }
  }

  long key() {
    return key;
  }

  /**
   * Reads the bucket of this row and goes to the first row of the next one; false after the last.
   *
   * @param texts gets the anchors of the bucket, from old to young, and then its youngest text if
   *     it is not among them
   */
  boolean bucket(IntArrayList texts) throws IOException {
    texts.clear();
    long bucket = key;
    int youngest = second();
    add(texts, first());
    boolean more = next();
    while (more && key == bucket) {
      add(texts, first());
      add(texts, second());
      more = next();
    }
    add(texts, youngest);
    return more;
  }

  private static void add(IntArrayList texts, int text) {
    if (texts.isEmpty() || texts.topInt() != text) {
      texts.add(text);
    }
  }

  private int first() throws IOException {
    return text(firstsAt + row * textWidth);
  }

  private int second() throws IOException {
    long bits = BlockBytes.longAt(blocks.block(), flagsAt + row / Long.SIZE * Long.BYTES);
    if ((bits >>> row & 1) == 0) {
      return first();
    }
    int before = Long.bitCount(bits & (1L << row) - 1);
    for (int i = 0; i < row / Long.SIZE; i++) {
      before += Long.bitCount(BlockBytes.longAt(blocks.block(), flagsAt + i * Long.BYTES));
    }
    return text(secondsAt + before * textWidth);
  }

  private int text(int at) throws IOException {
    long number = BlockBytes.longAt(blocks.block(), at) & textMask;
    if (number >= count) {
      throw blocks.damaged("number of a text");
    }
    return base + (int) number;
  }

  private boolean nextBlock() throws IOException {
    row = 0;
    rows = 0;
    if (!blocks.next()) {
      return false;
    }
    rows = blocks.getInt();
    int widths = blocks.getInt();
    key = blocks.getLong();
    keyWidth = widths & WIDTH_MASK;
    textWidth = widths >>> BITS_PER_BYTE;
    keyMask = -1L >>> Long.SIZE - keyWidth * BITS_PER_BYTE;
    textMask = -1L >>> Long.SIZE - textWidth * BITS_PER_BYTE;
    keysAt = blocks.cursor();
    firstsAt = keysAt + (rows - 1) * keyWidth;
    flagsAt = firstsAt + rows * textWidth;
    secondsAt = flagsAt + (rows + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
    return true;
  }
}
