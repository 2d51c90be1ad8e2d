package dev.uncanned.archive;

import java.util.Locale;
import java.util.Set;

/**
 * Tells an HTML text from a plain one that merely holds angle brackets.
 *
 * <p>Members write {@code <3}, {@code <https://…>} and {@code <name@host>}; a text is HTML only if
 * it holds a block element that is closed, or a line break tag.
 */
final class BlockMarkup {

  private static final int LONGEST = 10;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "li",
          "table",
          "tr",
          "td",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "section",
          "article",
          "body",
          "html");

  private BlockMarkup() {}

  static boolean isHtml(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      boolean closing = i + 1 < text.length() && text.charAt(i + 1) == '/';
      int start = closing ? i + 2 : i + 1;
      int end = nameEnd(text, start);
      if (end == start || end - start > LONGEST) {
        continue;
      }
      String name = text.substring(start, end).toLowerCase(Locale.ROOT);
      if (closing ? isTagEnd(text, end) && BLOCKS.contains(name) : isBreak(text, end, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBreak(String text, int end, String name) {
    if (!name.equals("br")) {
      return false;
    }
    int slash = end;
    while (slash < text.length() && text.charAt(slash) == ' ') {
      slash++;
    }
    return isTagEnd(text, slash < text.length() && text.charAt(slash) == '/' ? slash + 1 : slash);
  }

  private static int nameEnd(String text, int start) {
    int i = start;
    while (i < text.length() && i - start <= LONGEST && isNameChar(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '6');
  }

  private static boolean isTagEnd(String text, int at) {
    return at < text.length() && text.charAt(at) == '>';
  }
}
