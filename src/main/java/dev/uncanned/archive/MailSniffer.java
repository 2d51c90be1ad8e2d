package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its content whether a file is one mail message; names and endings say nothing.
 *
 * <p>One message: behind an optional byte order mark, blank lines and a {@code From } line (also
 * {@code >From }), the file starts with header lines, at least two of them, at least one of a name
 * that mail has. A file that starts with a {@code From } line and has a second one in its first
 * megabyte holds many messages (mbox) and is not one. Separator: line start, preceded by a blank
 * line, a date behind the address, a header line next.
 */
final class MailSniffer {

  private static final int HEAD_BYTES = 8 << 10;
  private static final int MBOX_SCAN_BYTES = 1 << 20;
  private static final int MIN_HEADERS = 2;
  private static final int MAX_FROM_LINE = 1000;
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

  /** Whether the file is one mail message; a file that cannot be opened is none. */
  static boolean isMessage(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      if (!startsWithHeaders(head)) {
        return false;
      }
      int start = skipBlank(head);
      return !isFromLine(head, start) || !isMbox(head, in);
    }
  }

  static boolean startsWithHeaders(byte[] head) {
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
        known |= MAIL_HEADERS.contains(name.trim().toLowerCase(Locale.ROOT));
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

  private static boolean isMbox(byte[] head, InputStream rest) throws IOException {
    byte[] more = head.length < HEAD_BYTES ? new byte[0] : rest.readNBytes(MBOX_SCAN_BYTES);
    byte[] all = new byte[head.length + more.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    boolean afterBlank = false;
    for (int at = nextLine(all, skipBlank(all)); at < all.length; at = nextLine(all, at)) {
      if (afterBlank && startsWith(all, at, "From ") && isSeparator(all, at)) {
        return true;
      }
      afterBlank = all[at] == '\n' || all[at] == '\r';
    }
    return false;
  }

  private static boolean isSeparator(byte[] bytes, int at) {
    int next = nextLine(bytes, at);
    if (next - at > MAX_FROM_LINE) {
      return false;
    }
    while (startsWith(bytes, next, ">From ")) {
      next = nextLine(bytes, next);
    }
    String line = new String(bytes, at, Math.min(next, bytes.length) - at, StandardCharsets.UTF_8);
    return MailDate.ofFromLine(line) != null && headerColon(bytes, next) > 0;
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
