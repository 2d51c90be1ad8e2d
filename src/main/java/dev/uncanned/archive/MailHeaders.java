package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The header of one mail, with limits: 10,000 fields, 1 MB each, 4 MB together.
 *
 * <p>A byte order mark, blank lines, and {@code From } and {@code >From } lines in front are
 * skipped. A line that is neither field nor continuation ends the header, unless the next line is a
 * field again; then it alone is dropped. Values are unfolded; 8-bit values are UTF-8 if valid, else
 * windows-1252.
 */
final class MailHeaders {

  private record Field(String name, byte[] value) {}

  private final byte[] bytes;
  private final List<Field> fields = new ArrayList<>();
  private String fromLine;
  private boolean cut;
  private int kept;
  private int bodyStart;

  private MailHeaders(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the header at the start of a message. */
  static MailHeaders of(byte[] message) {
    MailHeaders headers = new MailHeaders(message);
    headers.bodyStart = headers.read(headers.skipFromLines());
    return headers;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Whether fields were dropped or shortened. */
  boolean isCut() {
    return cut;
  }

  /** The first byte of the body; the length of the message if it has none. */
  int bodyStart() {
    return bodyStart;
  }

  /** The line {@code From address date} in front of the header; null without. */
  String fromLine() {
    return fromLine;
  }

  /** The first value of a field, trimmed, encoded words as they are; null without the field. */
  String first(String lowerName) {
    for (Field field : fields) {
      if (field.name().equals(lowerName)) {
        return text(field);
      }
    }
    return null;
  }

  /** The first value of a field or the empty string, in lower case. */
  String lower(String lowerName) {
    String value = first(lowerName);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  /** All values of a field, in order. */
  List<String> all(String lowerName) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equals(lowerName)) {
        values.add(text(field));
      }
    }
    return values;
  }

  private static String text(Field field) {
    return MailCharsets.decode(field.value(), null).text().trim();
  }

  private int skipFromLines() {
    int at = MailSniffer.skipBlank(bytes);
    while (MailSniffer.isFromLine(bytes, at)) {
      int next = MailSniffer.nextLine(bytes, at);
      if (fromLine == null && bytes[at] == 'F') {
        int end = Math.min(next, at + Budgets.HEADER_FIELD_BYTES);
        fromLine = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).trim();
      }
      at = next;
    }
    return at;
  }

  private int read(int start) {
    int at = start;
    while (at < bytes.length) {
      int next = MailSniffer.nextLine(bytes, at);
      int colon = MailSniffer.headerColon(bytes, at);
      if (colon > 0) {
        next = endOfFolded(next);
        add(at, colon, next);
      } else if (isBlank(at, next)) {
        return next;
      } else if (MailSniffer.headerColon(bytes, next) < 0) {
        return at;
      }
      at = next;
    }
    return bytes.length;
  }

  /** The start of the line behind a field and its continuation lines. */
  private int endOfFolded(int firstNext) {
    int at = firstNext;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      int next = MailSniffer.nextLine(bytes, at);
      boolean goesOn =
          next < bytes.length
              && (bytes[next] == ' '
                  || bytes[next] == '\t'
                  || isLineEnd(bytes[next])
                  || MailSniffer.headerColon(bytes, next) > 0);
      if (isBlank(at, next) && !goesOn) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && !isLineEnd(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private void add(int start, int colon, int end) {
    int room = Math.min(Budgets.HEADER_FIELD_BYTES, Budgets.HEADER_BYTES - kept);
    if (fields.size() >= Budgets.HEADER_FIELDS || room <= 0) {
      cut = true;
      return;
    }
    int last = Math.min(end, start + room);
    cut |= last < end;
    kept += last - start;
    String name = new String(bytes, start, colon - start, StandardCharsets.US_ASCII).trim();
    if (colon + 1 <= last) {
      fields.add(new Field(name.toLowerCase(Locale.ROOT), unfolded(colon + 1, last)));
    }
  }

  private byte[] unfolded(int start, int end) {
    int firstEnd = start;
    while (firstEnd < end && !isLineEnd(bytes[firstEnd])) {
      firstEnd++;
    }
    if (MailSniffer.nextLine(bytes, start) >= end) {
      return Arrays.copyOfRange(bytes, start, firstEnd);
    }
    byte[] out = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (!isLineEnd(bytes[i])) {
        out[length++] = bytes[i];
      }
    }
    return Arrays.copyOf(out, length);
  }
}
