package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the end of a mail by its {@code Content-Length}, as the dialects mboxcl and mboxcl2 have
 * it.
 *
 * <p>A length counts only where a separator, or the end of the file, really stands behind that many
 * bytes of body: edited files have wrong ones, and so have mails that came with the field.
 */
final class MboxLength {

  /** The length is missing or wrong. */
  static final int NONE = -1;

  /** The end lies beyond the bytes that are there. */
  static final int BEYOND = -2;

  /** Bytes of blank lines that may stand behind the body. */
  private static final int LINE_ENDS = 4;

  private static final int MAX_HEADER = 1 << 20;
  private static final int MAX_DIGITS = 12;
  private static final String FIELD = "content-length:";

  private MboxLength() {}

  /** How the mails of a file are kept apart. */
  enum Use {
    /** By separators alone. */
    NONE,
    /** By lengths; lines that start with {@code From } are escaped all the same (mboxcl). */
    ESCAPED,
    /** By lengths alone (mboxcl2). */
    ALONE
  }

  /**
   * Whether a file keeps its mails apart by their lengths: the first mail has a right one, and so
   * have more than half of those in the head. A body with a line that starts with {@code From }
   * shows that nothing is escaped.
   *
   * @param head holds the first bytes of the file
   * @param limit how many of them there are, a megabyte or all of the file
   * @param whole whether it is all of the file
   */
  static Use in(byte[] head, int limit, boolean whole) {
    int at = MailSniffer.skipBlank(head);
    int right = 0;
    int wrong = 0;
    boolean bare = false;
    while (at < limit && MboxSeparator.opensMail(head, at, limit)) {
      int next = end(head, at, limit, whole);
      if (next == BEYOND || (next == NONE && right == 0)) {
        break;
      }
      if (next == NONE) {
        wrong++;
        next = nextSeparator(head, at + 1, limit);
      } else {
        right++;
        bare |= hasFromLine(head, at + 1, next);
      }
      at = next;
    }
    return right <= wrong ? Use.NONE : bare ? Use.ALONE : Use.ESCAPED;
  }

  private static boolean hasFromLine(byte[] head, int from, int to) {
    for (int at = from; at < to; at++) {
      if (head[at - 1] == '\n' && MboxSeparator.isFrom(head, at, to)) {
        return true;
      }
    }
    return false;
  }

  private static int nextSeparator(byte[] head, int from, int limit) {
    for (int at = from; at < limit; at++) {
      if (head[at] == 'F' && MboxSeparator.isAt(head, at, limit, at)) {
        return at;
      }
    }
    return limit;
  }

  /**
   * The index at which the next mail starts, or the file ends; else {@link #NONE} or {@link
   * #BEYOND}.
   *
   * @param at index of the separator of this mail
   * @param limit index behind the last byte that is there
   * @param whole whether the file ends there
   */
  static int end(byte[] bytes, int at, int limit, boolean whole) {
    long behind = bodyEnd(bytes, at, limit, whole);
    if (behind < 0) {
      return (int) behind;
    }
    long needed = behind + LINE_ENDS + MboxSeparator.AHEAD;
    if (behind > limit || (needed > limit && !whole)) {
      return whole ? NONE : BEYOND;
    }
    int next = (int) behind;
    int most = Math.min(limit, next + LINE_ENDS);
    while (next < most && (bytes[next] == '\n' || bytes[next] == '\r')) {
      next++;
    }
    boolean line = next > 0 && bytes[next - 1] == '\n';
    if (next == limit) {
      return limit;
    }
    int last = Math.min(limit, next + MboxSeparator.AHEAD);
    return line && MboxSeparator.opensMail(bytes, next, last) ? next : NONE;
  }

  /**
   * The index behind the body, which may lie beyond the limit; else {@link #NONE} or {@link
   * #BEYOND}.
   */
  static long bodyEnd(byte[] bytes, int at, int limit, boolean whole) {
    long length = -1;
    int line = nextLine(bytes, at, limit);
    while (line < limit && line - at < MAX_HEADER) {
      int next = nextLine(bytes, line, limit);
      boolean blank = bytes[line] == '\n' || (bytes[line] == '\r' && next - line == 2);
      if (blank) {
        return length < 0 ? NONE : next + length;
      }
      if (length < 0 && (bytes[line] == 'C' || bytes[line] == 'c')) {
        length = length(bytes, line, next);
      }
      line = next;
    }
    return line < limit || whole ? NONE : BEYOND;
  }

  private static int nextLine(byte[] bytes, int at, int limit) {
    int i = at;
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, limit);
  }

  private static long length(byte[] bytes, int start, int end) {
    if (end - start <= FIELD.length() || end - start > 100) {
      return -1;
    }
    String line = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).trim();
    if (!line.toLowerCase(Locale.ROOT).startsWith(FIELD)) {
      return -1;
    }
    String digits = line.substring(FIELD.length()).trim();
    boolean number = !digits.isEmpty() && digits.length() <= MAX_DIGITS;
    for (int i = 0; i < digits.length() && number; i++) {
      number = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return number ? Long.parseLong(digits) : -1;
  }
}
