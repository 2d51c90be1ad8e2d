package dev.uncanned.archive;

import java.util.Arrays;

/**
 * A stretch of an mbox: a mail, or what stands before the first one.
 *
 * <p>The bytes are a window into the splitter's buffer, good only until the next piece is asked
 * for.
 *
 * @param kind what it is
 * @param start its first byte in the file
 * @param end the byte behind it
 * @param bytes holds its bytes, or the first of them, from index {@code from}
 * @param from index of its first byte
 * @param to index behind the last byte that was kept
 * @param escaped whether there may be lines that start with {@code >From }
 * @param doubtful whether a line in it looks like a separator and was not taken for one
 * @param last whether the file ends with it
 */
record MboxPiece(
    Kind kind,
    long start,
    long end,
    byte[] bytes,
    int from,
    int to,
    boolean escaped,
    boolean doubtful,
    boolean last) {

  /** What a piece is. */
  enum Kind {
    /** A separator line and the mail behind it, up to the next separator. */
    MAIL,
    /** A byte order mark and blank lines before the first mail. */
    MARK,
    /** Anything else before the first mail. */
    PREAMBLE,
    /** A whole file in which no mail starts. */
    NO_MAIL
  }

  /** Whether it is longer than what was kept of it. */
  boolean isCut() {
    return to - from < end - start;
  }

  /** Its bytes, or the first of them, in an array of their own. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  MboxPiece ofKind(Kind other) {
    return new MboxPiece(other, start, end, bytes, from, to, escaped, doubtful, last);
  }
}
