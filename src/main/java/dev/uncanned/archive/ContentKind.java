package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a file looks like by its first bytes; the first look that decides which finders see it.
 *
 * <p>Names say nothing here, but for the label of what is no message archive.
 */
enum ContentKind {
  EMPTY,
  ZIP,
  GZIP,
  /** PST or OST. */
  OUTLOOK,
  /** OLE2, as Outlook's saved mails and old Office documents are. */
  OLE2,
  /** Starts with a {@code From } line: an mbox, or one mail of one. */
  FROM_LINE,
  /** Starts with header lines. */
  MAIL,
  /** Starts with a line that is a number, then header lines: Apple Mail. */
  EMLX,
  /** Starts with a bracket. */
  JSON,
  TEXT,
  PDF,
  IMAGE,
  AUDIO_VIDEO,
  HTML,
  BINARY;

  /** How much of a file has to be looked at. */
  static final int HEAD_BYTES = 8 << 10;

  private static final int RIFF_KIND = 8;

  /**
   * The kind of a file.
   *
   * @param head its first {@value #HEAD_BYTES} bytes, fewer if it is shorter
   */
  static ContentKind of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    ContentKind magic = magic(head);
    return magic != null ? magic : text(head);
  }

  /** The name in the table {@code inputs} of a file that is no message archive. */
  String label() {
    return "other-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ContentKind magic(byte[] head) {
    if (starts(head, 0, "PK\3\4") || starts(head, 0, "PK\5\6")) {
      return ZIP;
    }
    if (starts(head, 0, "\u001f\u008b")) {
      return GZIP;
    }
    if (starts(head, 0, "!BDN")) {
      return OUTLOOK;
    }
    if (starts(head, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLE2;
    }
    if (starts(head, 0, "%PDF-")) {
      return PDF;
    }
    return media(head);
  }

  private static ContentKind media(byte[] head) {
    boolean riff = starts(head, 0, "RIFF");
    if (starts(head, 0, "\u0089PNG")
        || starts(head, 0, "\u00ff\u00d8\u00ff")
        || starts(head, 0, "GIF8")
        || (riff && starts(head, RIFF_KIND, "WEBP"))) {
      return IMAGE;
    }
    if (riff || starts(head, 0, "ID3") || starts(head, 0, "OggS") || starts(head, 4, "ftyp")) {
      return AUDIO_VIDEO;
    }
    return null;
  }

  private static ContentKind text(byte[] head) {
    int start = MailSniffer.skipBlank(head);
    if (MailSniffer.isFromLine(head, start)) {
      return FROM_LINE;
    }
    if (MailSniffer.startsWithHeaders(head)) {
      return MAIL;
    }
    if (startsWithCount(head)) {
      return EMLX;
    }
    boolean wide = starts(head, 0, "\u00ff\u00fe") || starts(head, 0, "\u00fe\u00ff");
    if (!wide && hasNul(head)) {
      return BINARY;
    }
    return marked(head, start);
  }

  private static ContentKind marked(byte[] head, int start) {
    int at = start;
    while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\n')) {
      at++;
    }
    if (starts(head, at, "{") || starts(head, at, "[")) {
      return JSON;
    }
    int end = Math.min(head.length, at + "<!doctype html".length());
    String tag = new String(head, at, end - at, StandardCharsets.ISO_8859_1);
    String lower = tag.toLowerCase(Locale.ROOT);
    return lower.startsWith("<!doctype html") || lower.startsWith("<html") ? HTML : TEXT;
  }

  private static boolean startsWithCount(byte[] head) {
    int at = 0;
    while (at < head.length && head[at] >= '0' && head[at] <= '9') {
      at++;
    }
    int digits = at;
    while (at < head.length && (head[at] == ' ' || head[at] == '\r')) {
      at++;
    }
    boolean line = digits > 0 && at < head.length && head[at] == '\n';
    return line && MailSniffer.startsWithHeaders(Arrays.copyOfRange(head, at + 1, head.length));
  }

  private static boolean hasNul(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean starts(byte[] head, int at, String latin1) {
    if (head.length < at + latin1.length()) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if (head[at + i] != (byte) latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
