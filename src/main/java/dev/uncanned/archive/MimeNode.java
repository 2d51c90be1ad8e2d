package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a multipart: as plain text, as HTML, or both.
 *
 * <p>Of alternatives the first plain text and the last HTML count. Anything else is put together:
 * as plain text if every part has one, as HTML if at least one has (plain parts in {@code <pre>}),
 * so that no part is lost in either. A multipart whose boundary never comes has its preamble.
 */
final class MimeNode {

  /** Plain text shorter than this part of the HTML's text is a stub (see {@link #isStub}). */
  private static final int STUB_PARTS = 4;

  /** What one part has; one of the two may be null. */
  private record Text(String plain, String html) {}

  private final String subType;
  private final List<Text> texts = new ArrayList<>();
  private String preamble;

  /**
   * A multipart without parts.
   *
   * @param subType what stands behind {@code multipart/}, in lower case
   */
  MimeNode(String subType) {
    this.subType = subType;
  }

  String subType() {
    return subType;
  }

  void preamble(String text) {
    preamble = text;
  }

  /** Adds a part; null for a form that it does not have, both null for a part without text. */
  void add(String asPlain, String asHtml) {
    boolean blank = (asPlain == null || asPlain.isBlank()) && (asHtml == null || asHtml.isBlank());
    if (blank) {
      return;
    }
    if (!subType.equals("alternative") || texts.isEmpty()) {
      texts.add(new Text(asPlain, asHtml));
      return;
    }
    Text before = texts.get(0);
    texts.set(
        0,
        new Text(
            before.plain() == null ? asPlain : before.plain(),
            asHtml == null ? before.html() : asHtml));
  }

  String plain() {
    if (texts.isEmpty()) {
      return preamble;
    }
    boolean all = texts.stream().allMatch(text -> text.plain() != null);
    // Of the only text no copy is made: it may be as large as the memory allows.
    return !all
        ? null
        : texts.size() == 1
            ? texts.get(0).plain()
            : texts.stream().map(Text::plain).collect(Collectors.joining("\n"));
  }

  String html() {
    if (texts.stream().allMatch(text -> text.html() == null)) {
      return null;
    }
    return texts.size() == 1
        ? texts.get(0).html()
        : texts.stream()
            .map(text -> text.html() == null ? pre(text.plain()) : text.html())
            .collect(Collectors.joining());
  }

  private static String pre(String plain) {
    return "<pre>" + escaped(plain) + "</pre>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Whether a text that is called plain is HTML. */
  static boolean looksLikeHtml(String text) {
    int at = 0;
    while (at < text.length() && CollapsedText.isBlank(text.charAt(at))) {
      at++;
    }
    return text.regionMatches(true, at, "<html", 0, 5)
        || text.regionMatches(true, at, "<!doctype html", 0, 14);
  }

  /**
   * Whether the plain text is only a stand-in such as "your mail program shows no HTML": shorter
   * than a quarter of the HTML's text, both without white space. A fifth of the two-part mails of a
   * large collection had such a text, the same for many different mails.
   */
  static boolean isStub(String plain, String html) {
    return textLength(plain, false) * STUB_PARTS < textLength(html, true);
  }

  private static long textLength(String text, boolean markup) {
    long length = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (markup && c == '<') {
        at = behindTag(text, at);
      } else {
        length += CollapsedText.isBlank(c) ? 0 : 1;
        boolean entity = markup && c == '&';
        at = entity ? behindEntity(text, at) : at + 1;
      }
    }
    return length;
  }

  private static int behindEntity(String text, int start) {
    for (int i = start + 1; i < Math.min(start + 10, text.length()); i++) {
      if (text.charAt(i) == ';') {
        return i + 1;
      }
      if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '#') {
        return start + 1;
      }
    }
    return start + 1;
  }

  /** The place behind a tag, a comment, or an element that shows nothing. */
  static int behindTag(String text, int start) {
    for (String silent : new String[] {"style", "script", "title"}) {
      if (text.regionMatches(true, start + 1, silent, 0, silent.length())) {
        int end = indexOfEnd(text, start, silent);
        return end < 0 ? text.length() : end;
      }
    }
    boolean comment = text.startsWith("<!--", start);
    int end = text.indexOf(comment ? "-->" : ">", start);
    return end < 0 ? text.length() : end + (comment ? 3 : 1);
  }

  private static int indexOfEnd(String text, int start, String element) {
    int at = text.indexOf("</", start);
    while (at >= 0) {
      if (text.regionMatches(true, at + 2, element, 0, element.length())) {
        return at + 2 + element.length();
      }
      at = text.indexOf("</", at + 2);
    }
    return -1;
  }
}
