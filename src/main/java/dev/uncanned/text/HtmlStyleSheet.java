package dev.uncanned.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the classes and ids that the style sheets of a message hide: "{@code .preheader
 * {display:none}}".
 *
 * <p>Only rules for one class or one id count, a tag before it does not matter. What stands in
 * {@code @media} and the like depends on the screen and is passed over. Of two rules for the same
 * class the later one counts.
 */
final class HtmlStyleSheet {

  private static final int MAX_CHARS = 256 * 1024;

  private final Set<String> hidden = new HashSet<>();

  HtmlStyleSheet(Document document) {
    int chars = 0;
    for (Element style : document.getElementsByTag("style")) {
      String css = style.data();
      chars += css.length();
      if (chars > MAX_CHARS) {
        return;
      }
      read(withoutComments(css));
    }
  }

  private static String withoutComments(String css) {
    StringBuilder out = new StringBuilder(css.length());
    int from = 0;
    int open = css.indexOf("/*");
    while (open >= 0) {
      out.append(css, from, open);
      int close = css.indexOf("*/", open + 2);
      from = close < 0 ? css.length() : close + 2;
      open = css.indexOf("/*", from);
    }
    out.append(css, from, css.length());
    return out.toString().replace("<!--", "").replace("-->", "");
  }

  private void read(String css) {
    int from = 0;
    int open = css.indexOf('{');
    while (open >= 0) {
      String selectors = lastStatement(css.substring(from, open)).strip();
      boolean conditional = selectors.startsWith("@");
      int close = conditional ? blockEnd(css, open) : css.indexOf('}', open);
      int end = close < 0 ? css.length() : close;
      if (!conditional) {
        readRule(selectors, css.substring(open + 1, end));
      }
      from = Math.min(css.length(), end + 1);
      open = css.indexOf('{', from);
    }
  }

  /** Statements without a block, such as {@code @import}, end with a semicolon. */
  private static String lastStatement(String prelude) {
    return prelude.substring(prelude.lastIndexOf(';') + 1);
  }

  private static int blockEnd(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      char c = css.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private void readRule(String selectors, String declarations) {
    HtmlStyle style = new HtmlStyle(declarations);
    for (String selector : selectors.split(",")) {
      String name = simpleName(selector.strip());
      if (name.isEmpty()) {
        continue;
      }
      if (style.isHidden()) {
        hidden.add(name);
      } else if (style.isDisplayed()) {
        hidden.remove(name);
      }
    }
  }

  /** The ".class" or "#id" of a selector that is nothing more, else empty. */
  private static String simpleName(String selector) {
    int at = 0;
    while (at < selector.length() && Character.isLetterOrDigit(selector.charAt(at))) {
      at++;
    }
    if (at == selector.length() || ".#".indexOf(selector.charAt(at)) < 0) {
      return "";
    }
    for (int i = at + 1; i < selector.length(); i++) {
      char c = selector.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return "";
      }
    }
    return selector.substring(at).toLowerCase(Locale.ROOT);
  }

  boolean hides(Element element) {
    if (hidden.isEmpty()) {
      return false;
    }
    if (element.hasAttr("id") && hidden.contains("#" + element.id().toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (String name : element.classNames()) {
      if (hidden.contains("." + name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
