package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The layout of one {@code .emlx} file of Apple Mail: a line with a number, that many bytes of
 * mail, and a property list.
 *
 * <p>Where the number is wrong or missing, the mail ends at the property list, which starts a line
 * with {@code <?xml} close to the end of the file. The property list is searched as text for the
 * two entries that matter: no XML parser ever sees it. The flags are those of Apple Mail since
 * version 2: bit 0 read, 1 deleted, 6 draft; times are seconds since 1970.
 *
 * @param start first byte of the mail
 * @param end byte behind it
 * @param counted whether the file starts with a number
 * @param exact whether the number is right
 * @param cut whether the file ends before the mail does
 * @param draft whether the flags call it one
 * @param received time of receipt; null if the property list has none that can be
 */
record EmlxFile(
    int start,
    int end,
    boolean counted,
    boolean exact,
    boolean cut,
    boolean draft,
    Instant received) {

  /** Property lists are below 2 kB; a longer one has a very long subject. */
  private static final int MAX_LIST_BYTES = 1 << 18;

  private static final int MAX_DIGITS = 12;
  private static final long DRAFT = 1L << 6;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Looks at the bytes of a whole file, or at the beginning of one. */
  static EmlxFile of(byte[] bytes) {
    int behindCount = behindCount(bytes);
    boolean counted = behindCount > 0;
    long end = counted ? behindCount + count(bytes) : -1;
    int list = counted && end <= bytes.length ? listAt(bytes, (int) end) : -1;
    boolean exact = list >= 0 || end == bytes.length;
    if (!exact) {
      list = lastList(bytes, behindCount);
      end = list < 0 ? bytes.length : list;
    }
    String text =
        list < 0 ? "" : new String(bytes, list, bytes.length - list, StandardCharsets.UTF_8);
    return new EmlxFile(
        behindCount,
        (int) end,
        counted,
        exact,
        counted && !exact && list < 0,
        (Math.max(number(text, "flags"), 0) & DRAFT) != 0,
        time(number(text, "date-received")));
  }

  /** The first byte behind the line with the number; 0 if there is no such line. */
  private static int behindCount(byte[] bytes) {
    int at = 0;
    while (at < Math.min(bytes.length, MAX_DIGITS) && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\r')) {
      at++;
    }
    return digits > 0 && at < bytes.length && bytes[at] == '\n' ? at + 1 : 0;
  }

  private static long count(byte[] bytes) {
    long count = 0;
    for (int i = 0; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      count = count * 10 + bytes[i] - '0';
    }
    return count;
  }

  /** Where the property list starts, blanks skipped; -1 if something else stands there. */
  private static int listAt(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at < bytes.length && isList(bytes, at) ? at : -1;
  }

  private static int lastList(byte[] bytes, int least) {
    for (int at = bytes.length - 1; at >= Math.max(least, bytes.length - MAX_LIST_BYTES); at--) {
      if (bytes[at] == '<' && isList(bytes, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isList(byte[] bytes, int at) {
    int end = Math.min(bytes.length, at + 200);
    String start = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    return start.startsWith("<?xml") && start.contains("plist");
  }

  /** The whole number that follows a key; -1 without. */
  private static long number(String list, String key) {
    int found = list.indexOf("<key>" + key + "</key>");
    int open = found < 0 ? -1 : list.indexOf('<', found + key.length() + 11);
    int at = open < 0 ? -1 : list.indexOf('>', open) + 1;
    if (at <= 0 || !(list.startsWith("<integer>", open) || list.startsWith("<real>", open))) {
      return -1;
    }
    long number = -1;
    for (int i = at; i < Math.min(list.length(), at + 18); i++) {
      char c = list.charAt(i);
      if (c < '0' || c > '9') {
        return number;
      }
      number = Math.max(number, 0) * 10 + c - '0';
    }
    return number;
  }

  private static Instant time(long seconds) {
    Instant at =
        seconds < 0 || seconds > LATEST.getEpochSecond() ? null : Instant.ofEpochSecond(seconds);
    return at == null || at.isBefore(EARLIEST) ? null : at;
  }
}
