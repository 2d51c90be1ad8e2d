package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a mail of an mbox starts at a byte.
 *
 * <p>So it is where a line starts with {@code From }, the line before is blank or there is none,
 * behind the address stands a date as asctime writes it (zones may stand before or behind the year)
 * or the line is a bare {@code From -} or {@code From } as Thunderbird writes it, and the next line
 * is a header field, lines that start with {@code >From } left out. Some programs forget the blank
 * line; behind another one a mail starts only where the line has a date and two header fields or
 * more follow, one of them {@code From}, {@code To}, {@code Date}, {@code Received} or {@code
 * Message-ID}, so that a mail that tells of a separator stays whole. Nothing but {@value #BACK}
 * bytes before and {@value #AHEAD} bytes behind the place decides, so that the same places are
 * found wherever in the file the reading starts. Format: RFC 4155 and the dialects of qmail's
 * mbox(5).
 */
final class MboxSeparator {

  /** How many bytes before the place are looked at: a byte order mark and two line ends at most. */
  static final int BACK = 5;

  /** How many bytes, from the place on, are looked at. */
  static final int AHEAD = 1 << 10;

  static final String FROM = "From ";

  private static final Set<String> WEEKDAYS =
      Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Set<String> MONTHS =
      Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int MAX_WORDS = 40;
  static final int MARK_BYTES = 3;
  private static final int LONGEST_ZONE = 5;

  /** Of these a mail has some, and a text that quotes a line of an mbox seldom. */
  private static final Set<String> TELLING_HEADERS =
      Set.of("from", "to", "date", "received", "message-id");

  /** What stands behind {@code From }. */
  private enum Envelope {
    NONE,
    BARE,
    DATED
  }

  private MboxSeparator() {}

  /**
   * Whether a mail starts here.
   *
   * @param at index of the place; all bytes from {@value #BACK} before it (or from the beginning of
   *     the file) up to {@value #AHEAD} behind it (or to the end of the file) must be there
   * @param limit index behind the last byte that is there
   * @param offset place in the file
   */
  static boolean isAt(byte[] bytes, int at, int limit, long offset) {
    int last = Math.min(limit, at + AHEAD);
    return isFrom(bytes, at, limit)
        && isLineStart(bytes, at, offset)
        && opensMail(bytes, at, last)
        && (isBehindBlank(bytes, at, offset) || opensMailForSure(bytes, at, last));
  }

  /** Whether a date stands in the line, and header fields behind it that every mail has. */
  private static boolean opensMailForSure(byte[] bytes, int at, int limit) {
    int end = lineEnd(bytes, at, limit);
    return envelope(bytes, at, end) == Envelope.DATED
        && MailSniffer.startsWithHeaders(
            Arrays.copyOfRange(bytes, end + 1, limit), TELLING_HEADERS);
  }

  /** Whether the line could be a separator's by itself, whatever stands before and behind it. */
  static boolean isLikeSeparator(byte[] bytes, int at, int limit) {
    int end = lineEnd(bytes, at, Math.min(limit, at + AHEAD));
    return end >= 0 && isFrom(bytes, at, end) && envelope(bytes, at, end) != Envelope.NONE;
  }

  /** Whether {@code From } stands here. */
  static boolean isFrom(byte[] bytes, int at, int limit) {
    return limit - at >= FROM.length()
        && bytes[at] == 'F'
        && bytes[at + 1] == 'r'
        && bytes[at + 2] == 'o'
        && bytes[at + 3] == 'm'
        && bytes[at + 4] == ' ';
  }

  /** Where the first line of a file starts, whose first bytes these are. */
  static int firstLine(byte[] bytes, int limit) {
    return limit >= MARK_BYTES && isBehindMark(bytes, MARK_BYTES, MARK_BYTES) ? MARK_BYTES : 0;
  }

  private static boolean isLineStart(byte[] bytes, int at, long offset) {
    return offset == 0 || bytes[at - 1] == '\n' || isBehindMark(bytes, at, offset);
  }

  private static boolean isBehindMark(byte[] bytes, int at, long offset) {
    return offset == MARK_BYTES
        && bytes[at - 3] == (byte) 0xEF
        && bytes[at - 2] == (byte) 0xBB
        && bytes[at - 1] == (byte) 0xBF;
  }

  private static boolean isBehindBlank(byte[] bytes, int at, long offset) {
    if (offset == 0 || isBehindMark(bytes, at, offset)) {
      return true;
    }
    if (bytes[at - 1] != '\n') {
      return false;
    }
    int length = offset > 1 && bytes[at - 2] == '\r' ? 2 : 1;
    return isLineStart(bytes, at - length, offset - length);
  }

  /** Whether the line is a separator's and a header field comes next, whatever stands before. */
  static boolean opensMail(byte[] bytes, int at, int limit) {
    int end = lineEnd(bytes, at, limit);
    if (end < 0 || !isFrom(bytes, at, end)) {
      return false;
    }
    return envelope(bytes, at, end) != Envelope.NONE
        && isField(bytes, skipQuoted(bytes, end + 1, limit), limit);
  }

  /** The index of the line feed that ends a line; -1 if it lies beyond the limit. */
  private static int lineEnd(byte[] bytes, int at, int limit) {
    for (int i = at; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The first line here that does not start with {@code >From }; the limit if there is none. */
  private static int skipQuoted(byte[] bytes, int start, int limit) {
    int at = start;
    while (isQuotedFrom(bytes, at, limit)) {
      int end = lineEnd(bytes, at, limit);
      at = end < 0 ? limit : end + 1;
    }
    return at;
  }

  private static boolean isQuotedFrom(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit && bytes[at] == '>') {
      at++;
    }
    return at > start && isFrom(bytes, at, limit);
  }

  /** Whether a line here is a header field: {@code ^[!-9;-~]+:}. */
  private static boolean isField(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != ':') {
      at++;
    }
    return at > start && at < limit && bytes[at] == ':';
  }

  /** What the line from {@code at} to its line feed at {@code end} says behind {@code From }. */
  private static Envelope envelope(byte[] bytes, int at, int end) {
    int start = at + FROM.length();
    String rest = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    List<String> words = words(rest);
    if (words == null) {
      return Envelope.NONE;
    }
    if (words.isEmpty() || (words.size() == 1 && words.get(0).equals("-"))) {
      return Envelope.BARE;
    }
    int last = words.size();
    if (last > 3 && words.get(last - 3).equals("remote") && words.get(last - 2).equals("from")) {
      last -= 3;
    }
    boolean dated = isDate(words.subList(addressWords(words), last));
    return dated ? Envelope.DATED : Envelope.NONE;
  }

  /**
   * How many words the address takes: one, but more if it is quoted, has {@code at} for its @, or
   * has words behind its @ that begin no date, as forged ones have.
   */
  private static int addressWords(List<String> words) {
    if (words.get(0).startsWith("\"")) {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word.indexOf('"', i == 0 ? 1 : 0) >= 0) {
          return i + 1;
        }
      }
    }
    if (words.size() > 3 && words.get(1).equals("at")) {
      return 3;
    }
    int address = 1;
    if (words.get(0).indexOf('@') >= 0) {
      while (address < words.size() && !startsDate(words.get(address))) {
        address++;
      }
    }
    return address;
  }

  private static boolean startsDate(String word) {
    return isWeekday(word) || MONTHS.contains(word) || isNumber(word, 1, 2);
  }

  /** The words between blanks; null if there are too many for an envelope. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) > ' ') {
        end++;
      }
      if (end > at) {
        words.add(text.substring(at, end));
      }
      at = end + 1;
    }
    return words.size() > MAX_WORDS ? null : words;
  }

  /** Whether these words are a date, each part once and nothing else. */
  private static boolean isDate(List<String> words) {
    int months = 0;
    int days = 0;
    int times = 0;
    int years = 0;
    for (String word : words) {
      if (MONTHS.contains(word)) {
        months++;
      } else if (isNumber(word, 1, 2)) {
        days++;
      } else if (isNumber(word, 4, 4)) {
        years++;
      } else if (isTime(word)) {
        times++;
      } else if (!isWeekday(word) && !isZone(word)) {
        return false;
      }
    }
    return months == 1 && days == 1 && times == 1 && years == 1;
  }

  private static boolean isWeekday(String word) {
    return WEEKDAYS.contains(word.endsWith(",") ? word.substring(0, word.length() - 1) : word);
  }

  private static boolean isNumber(String word, int least, int most) {
    if (word.length() < least || word.length() > most) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** {@code 9:05}, {@code 09:05:07}. */
  private static boolean isTime(String word) {
    int colon = word.indexOf(':');
    if (colon < 0 || !isNumber(word.substring(0, colon), 1, 2)) {
      return false;
    }
    String rest = word.substring(colon + 1);
    boolean seconds = rest.length() > 2 && rest.charAt(2) == ':';
    return seconds
        ? isNumber(rest.substring(0, 2), 2, 2) && isNumber(rest.substring(3), 2, 2)
        : isNumber(rest, 2, 2);
  }

  /** {@code +0200}, {@code CEST}, also in brackets. */
  private static boolean isZone(String word) {
    boolean bracketed = word.length() > 2 && word.startsWith("(") && word.endsWith(")");
    String zone = bracketed ? word.substring(1, word.length() - 1) : word;
    if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
      return isNumber(zone.substring(1), 4, 4);
    }
    boolean letters = zone.length() <= LONGEST_ZONE;
    for (int i = 0; i < zone.length(); i++) {
      letters &= zone.charAt(i) >= 'A' && zone.charAt(i) <= 'Z';
    }
    return letters;
  }
}
