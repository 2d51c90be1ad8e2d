package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its content whether a file is one mail message; names and endings say nothing.
 *
 * <p>One message: behind an optional byte order mark, blank lines and a {@code From } line (also
 * {@code >From }), the file starts with header lines, at least two of them, at least one of a name
 * that mail has. A file that starts with a {@code From } line and has a second one in its first
 * megabyte ({@link MboxSeparator}) holds many messages (mbox) and is not one.
 */
final class MailSniffer {

  private static final int HEAD_BYTES = 8 << 10;
  private static final int MBOX_SCAN_BYTES = 1 << 20;
  private static final int MIN_HEADERS = 2;
  private static final Set<String> MAIL_HEADERS =
      Set.of(
          "from",
          "to",
          "date",
          "received",
          "message-id",
          "subject",
          "return-path",
          "delivered-to",
          "mime-version",
          "x-mozilla-status");

  private MailSniffer() {}

  /**
   * Whether a stream, from its beginning, is one mail message, or a gzip file of one.
   *
   * @throws IOException if it cannot be read or unpacked as far as has to be looked
   */
  static boolean isMessage(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    if (!GzipInput.isGzip(head)) {
      return isMessage(head, in);
    }
    InputStream unpacked = GzipInput.unpacked(head, in, Budgets.UNPACKED_FREE_BYTES);
    return isMessage(unpacked.readNBytes(HEAD_BYTES), unpacked);
  }

  /** Whether the first bytes, unpacked, are the beginning of one mail message. */
  static boolean isMessage(byte[] head) {
    return startsWithHeaders(head) && !(isFromLine(head, skipBlank(head)) && isMbox(head));
  }

  private static boolean isMessage(byte[] head, InputStream rest) throws IOException {
    if (!isMessage(head) || !isFromLine(head, skipBlank(head)) || head.length < HEAD_BYTES) {
      return isMessage(head);
    }
    byte[] more = rest.readNBytes(MBOX_SCAN_BYTES);
    byte[] all = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    return !isMbox(all);
  }

  /** Whether these bytes start with header lines, at least one of a name that mail has. */
  static boolean startsWithHeaders(byte[] head) {
    return startsWithHeaders(head, MAIL_HEADERS);
  }

  /** Whether these bytes start with two header lines or more, one of them of a telling name. */
  static boolean startsWithHeaders(byte[] head, Set<String> telling) {
    int at = skipBlank(head);
    while (isFromLine(head, at)) {
      at = nextLine(head, at);
    }
    int headers = 0;
    boolean known = false;
    while (at < head.length && (headers < MIN_HEADERS || !known)) {
      int colon = headerColon(head, at);
      boolean folded = headers > 0 && (head[at] == ' ' || head[at] == '\t');
      if (colon < 0 && !folded) {
        return false;
      }
      if (colon > 0) {
        headers++;
        String name = new String(head, at, colon - at, StandardCharsets.US_ASCII);
        known |= telling.contains(name.trim().toLowerCase(Locale.ROOT));
      }
      at = nextLine(head, at);
    }
    return headers >= MIN_HEADERS && known;
  }

  /** Whether a line starts with From or >From and a blank, and is no header such as "From :". */
  static boolean isFromLine(byte[] bytes, int at) {
    return (startsWith(bytes, at, "From ") || startsWith(bytes, at, ">From "))
        && headerColon(bytes, at) < 0;
  }

  private static boolean isMbox(byte[] all) {
    for (int at = nextLine(all, skipBlank(all)); at < all.length; at = nextLine(all, at)) {
      if (MboxSeparator.isAt(all, at, all.length, at)) {
        return true;
      }
    }
    return false;
  }

  /** Where the colon of a header line is, or -1 where there is no header line. */
  static int headerColon(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != ':') {
      at++;
    }
    int nameEnd = at;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return nameEnd > start && at < bytes.length && bytes[at] == ':' ? at : -1;
  }

  private static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at + ascii.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first byte behind a byte order mark and blank lines. */
  static int skipBlank(byte[] bytes) {
    boolean mark =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int at = mark ? 3 : 0;
    while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    return at;
  }

  /** The start of the line behind the one that {@code at} is in; the end of the bytes if none. */
  static int nextLine(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, bytes.length);
  }
}
