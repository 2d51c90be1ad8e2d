package dev.uncanned.cluster;

import java.io.IOException;

/** Reads the kept shingles of a segment, text by text. */
final class ShingleReader {

  private final Segment segment;
  private final BlockReader blocks;
  private int text;
  private int[] lengths = {};
  private int inBlock;
  private int at;

  ShingleReader(Segment segment) {
    this.segment = segment;
    this.blocks = segment.shingles();
    this.text = segment.base() - 1;
  }

  /** Goes to the next text; false after the last. */
  boolean next() throws IOException {
    if (at < inBlock) {
      blocks.skip(bytes(lengths[at]));
    }
    at++;
    text++;
    return at < inBlock || nextBlock();
  }

  /** Number of the text. */
  int text() {
    return text;
  }

  /** The shingles of the text; null if they are not kept. To be called once for a text. */
  int[] set() {
    if (lengths[at] == 0) {
      return null;
    }
    int[] set = new int[lengths[at] - 1];
    for (int i = 0; i < set.length; i++) {
      set[i] = blocks.getInt();
    }
    lengths[at] = 0;
    return set;
  }

  private static int bytes(int length) {
    return length == 0 ? 0 : (length - 1) * Integer.BYTES;
  }

  private boolean nextBlock() throws IOException {
    int end = segment.base() + segment.count();
    if (!blocks.next()) {
      if (text != end) {
        throw segment.damaged("number of texts");
      }
      return false;
    }
    at = 0;
    inBlock = blocks.getInt();
    if (inBlock < 1 || inBlock > end - text) {
      throw segment.damaged("number of texts");
    }
    lengths = lengths.length < inBlock ? new int[inBlock] : lengths;
    for (int i = 0; i < inBlock; i++) {
      lengths[i] = (int) blocks.getVarint();
    }
    return true;
  }
}
