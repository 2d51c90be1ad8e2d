package dev.uncanned.archive;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text reduced to its letters and digits, for comparing names and set phrases.
 *
 * <p>Compatibility forms are resolved, accents and case dropped; everything that is neither letter
 * nor digit separates words, which are joined by one space. An apostrophe joins.
 */
final class FoldedName {

  private static final int ASCII_END = 0x80;

  private FoldedName() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII_END) {
        return ofAny(text);
      }
    }
    return ofAscii(text);
  }

  private static String ofAscii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(capital ? (char) (c + ('a' - 'A')) : c);
      } else if (c != '\'') {
        gap = true;
      }
    }
    return out.toString();
  }

  private static String ofAny(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(c);
      } else if (c != '\'' && c != '\u2019' && Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return out.toString();
  }
}
