package dev.uncanned.archive;

import java.util.Arrays;

/** Takes back what an mbox does to the bytes of a mail, and tells whether they end too early. */
final class MboxText {

  private MboxText() {}

  /**
   * The mail as it was: without the blank line that an mbox adds behind each, and of lines that
   * start with {@code >From }, {@code >>From } and so on one {@code >} less.
   *
   * @param raw separator line and mail; not changed
   * @param escaped whether there may be such lines
   * @param cut whether the end of the mail is missing
   */
  static byte[] of(byte[] raw, boolean escaped, boolean cut) {
    int length = cut ? raw.length : withoutBlankLine(raw);
    byte[] mail = Arrays.copyOf(raw, length);
    return escaped ? unescaped(mail) : mail;
  }

  private static int withoutBlankLine(byte[] raw) {
    int end = raw.length;
    if (end == 0 || raw[end - 1] != '\n') {
      return end;
    }
    int before = end > 1 && raw[end - 2] == '\r' ? end - 2 : end - 1;
    return before > 0 && raw[before - 1] == '\n' ? before : end;
  }

  private static byte[] unescaped(byte[] mail) {
    int length = 0;
    for (int at = 0; at < mail.length; at++) {
      boolean escape = mail[at] == '>' && at > 0 && mail[at - 1] == '\n' && isEscaped(mail, at);
      if (!escape) {
        mail[length++] = mail[at];
      }
    }
    return length == mail.length ? mail : Arrays.copyOf(mail, length);
  }

  private static boolean isEscaped(byte[] mail, int start) {
    int at = start;
    while (at < mail.length && mail[at] == '>') {
      at++;
    }
    return MboxSeparator.isFrom(mail, at, mail.length);
  }

  /**
   * Whether the file seems to have been cut off in this mail, its last: within a line, within the
   * header, or before the end of a multipart.
   */
  static boolean isCutOff(byte[] mail) {
    if (mail.length == 0 || mail[mail.length - 1] != '\n') {
      return true;
    }
    MailHeaders headers = MailHeaders.of(mail);
    if (headers.bodyStart() == mail.length) {
      return withoutBlankLine(mail) == mail.length;
    }
    String boundary = boundary(headers);
    return boundary != null && !hasLine(mail, headers.bodyStart(), "--" + boundary + "--");
  }

  private static String boundary(MailHeaders headers) {
    String type = headers.first("content-type");
    if (type == null || !headers.lower("content-type").startsWith("multipart/")) {
      return null;
    }
    int name = headers.lower("content-type").indexOf("boundary=");
    if (name < 0) {
      return null;
    }
    String value = type.substring(name + "boundary=".length());
    boolean quoted = value.startsWith("\"");
    int end = quoted ? value.indexOf('"', 1) : value.indexOf(';');
    return value.substring(quoted ? 1 : 0, end < 0 ? value.length() : end).trim();
  }

  /** Whether a line starts so; only there a boundary counts (RFC 2046 5.1.1). */
  private static boolean hasLine(byte[] mail, int from, String start) {
    int at = from;
    while (at + start.length() <= mail.length) {
      if (startsWith(mail, at, start)) {
        return true;
      }
      at = MailSniffer.nextLine(mail, at);
    }
    return false;
  }

  private static boolean startsWith(byte[] mail, int at, String start) {
    int i = 0;
    while (i < start.length() && mail[at + i] == start.charAt(i)) {
      i++;
    }
    return i == start.length();
  }
}
