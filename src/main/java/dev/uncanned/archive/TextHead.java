package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * The first bytes of a text file, from which it shows how the rest is to be read.
 *
 * @param in the rest, or all of it where it is turned into UTF-8 on the way
 * @param charset of the bytes, as it was given; null where they are turned into UTF-8
 * @param placed whether offsets are those of the file
 * @param bytes the first bytes, three at most, where they are not in {@code in}
 * @param mark how many of them are a byte order mark
 */
record TextHead(InputStream in, String charset, boolean placed, byte[] bytes, int mark) {

  private static final int MARK = 3;

  /**
   * Reads the head of a file.
   *
   * @param charset where no byte order mark says otherwise; null or empty: UTF-8 or the like
   */
  static TextHead of(InputStream in, String charset) throws IOException {
    byte[] head = in.readNBytes(MARK);
    Utf16Input wide = Utf16Input.of(head, in, charset);
    if (wide != null) {
      return new TextHead(wide, null, false, new byte[0], 0);
    }
    return new TextHead(in, charset, true, head, isMark(head) ? MARK : 0);
  }

  private static boolean isMark(byte[] head) {
    return head.length == MARK
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }
}
