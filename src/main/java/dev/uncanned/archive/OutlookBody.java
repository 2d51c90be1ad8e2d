package dev.uncanned.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The text of an item of Outlook: which of its forms counts, and where it had to be cut.
 *
 * <p>An item may have its text as plain text, as HTML and as RTF, of which Outlook makes one from
 * the other. The form that the mail had on its way counts, where its header tells; else the plain
 * text unless it is only a stub ({@link MimeNode#isStub}), as in any other mail.
 *
 * @param text the text; empty if there is none
 * @param flags what had to be repaired
 */
record OutlookBody(String text, boolean html, Set<QualityFlag> flags) {

  /** Characters of text that are kept. */
  static final int MAX_CHARS = Budgets.OUTLOOK_TEXT_CHARS;

  private static final int SNIFFED_BYTES = 2_000;

  /**
   * Reads the text of an item.
   *
   * @param contentType what the header of the mail says, in lower case; empty without
   */
  static OutlookBody of(OutlookProperties item, String contentType) throws IOException {
    Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
    String plain = item.text(OutlookProperties.BODY);
    if (plain != null && contentType.startsWith("text/plain")) {
      return cut(plain, MimeNode.looksLikeHtml(plain), flags);
    }
    String html = html(item, plain == null, flags);
    boolean use =
        html != null
            && (plain == null
                || contentType.startsWith("text/html")
                || MimeNode.isStub(plain, html));
    return cut(use ? html : plain, use || (plain != null && MimeNode.looksLikeHtml(plain)), flags);
  }

  private static OutlookBody cut(String text, boolean html, Set<QualityFlag> flags) {
    if (text == null) {
      return new OutlookBody("", false, flags);
    }
    if (text.length() <= MAX_CHARS) {
      return new OutlookBody(text, html, flags);
    }
    flags.add(QualityFlag.TRUNCATED);
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return new OutlookBody(text.substring(0, end), html, flags);
  }

  /** The text as HTML; null if there is none. */
  private static String html(OutlookProperties item, boolean only, Set<QualityFlag> flags)
      throws IOException {
    byte[] bytes = item.bytes(OutlookProperties.HTML);
    String html = bytes == null ? item.text(OutlookProperties.HTML) : decoded(item, bytes, flags);
    if (html != null && !html.isBlank()) {
      return html;
    }
    byte[] rtf = OutlookRtf.unpacked(item.bytes(OutlookProperties.RTF));
    if (rtf.length == 0 || !(only || OutlookRtf.holdsHtml(rtf))) {
      return null;
    }
    try {
      String made = OutlookRtf.html(rtf);
      return made.isBlank() ? null : made;
    } catch (StackOverflowError | RuntimeException broken) {
      // The item is kept with the text that it has in its other forms, if any.
      flags.add(QualityFlag.ENCODING_BROKEN);
      return null;
    }
  }

  private static String decoded(OutlookProperties item, byte[] bytes, Set<QualityFlag> flags) {
    String label = OutlookCodePages.name(item.number(OutlookProperties.INTERNET_CODE_PAGE, 0));
    MailCharsets.Decoded text = MailCharsets.decode(bytes, label == null ? declared(bytes) : label);
    if (text.replaced()) {
      flags.add(QualityFlag.DECODE_REPLACED);
    }
    return text.text();
  }

  /** The charset that the head of an HTML text names; null without. */
  private static String declared(byte[] bytes) {
    int head = Math.min(bytes.length, SNIFFED_BYTES);
    String start = new String(bytes, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = start.indexOf("charset=");
    if (at < 0) {
      return null;
    }
    int from = at + "charset=".length();
    while (from < head && (start.charAt(from) == '"' || start.charAt(from) == '\'')) {
      from++;
    }
    int end = from;
    while (end < head && "\"' />;".indexOf(start.charAt(end)) < 0) {
      end++;
    }
    return start.substring(from, end);
  }
}
