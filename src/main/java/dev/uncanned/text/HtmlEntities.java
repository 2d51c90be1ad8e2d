package dev.uncanned.text;

import org.jsoup.nodes.Entities;

/**
 * Decodes the entities that LinkedIn leaves in plain text; tags stay as they are.
 *
 * <p>A name counts only with its semicolon: "AT&amp;T" and "?a=1&amp;copy=2" are no entities.
 */
final class HtmlEntities {

  /** The longest names in use are those of HTML 4: "thetasym" and the like. */
  private static final int MAX_ENTITY = 10;

  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private HtmlEntities() {}

  static String decode(String text) {
    int next = text.indexOf('&');
    if (next < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (next >= 0) {
      int end = end(text, next);
      String sign = end < 0 ? "" : sign(text.substring(next + 1, end));
      if (!sign.isEmpty()) {
        out.append(text, from, next).append(sign);
        from = end + 1;
      }
      next = text.indexOf('&', sign.isEmpty() ? next + 1 : from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int end(String text, int start) {
    int limit = Math.min(text.length(), start + MAX_ENTITY + 1);
    for (int i = start + 1; i < limit; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  /** What an entity stands for, empty if it is none. */
  private static String sign(String name) {
    if (name.startsWith("#")) {
      int point = numeric(name);
      return point < 0 ? "" : Character.toString(point);
    }
    // Padding of previews: Lines takes a zero-width space for a space, and no joiner.
    return name.equals("zwnj") || name.equals("zwj") ? ZERO_WIDTH_SPACE : Entities.getByName(name);
  }

  private static int numeric(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    int radix = hex ? 16 : 10;
    int point = 0;
    int first = hex ? 2 : 1;
    for (int i = first; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), radix);
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        return -1;
      }
      point = point * radix + digit;
    }
    boolean valid =
        name.length() > first
            && Character.isValidCodePoint(point)
            && point > 0
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return valid ? point : -1;
  }
}
