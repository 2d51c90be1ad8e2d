package dev.uncanned.archive;

import java.text.Normalizer;

/**
 * A text with every run of white space made one space, so that copies of a message compare equal.
 *
 * <p>The same message leaves LinkedIn with its line breaks in one year and without in another, and
 * a mail is re-wrapped on its way. White space here is Unicode white space, the no-break spaces,
 * and the zero-width characters U+200B to U+200F, U+2060 and U+FEFF; the text is NFC and trimmed.
 */
public final class CollapsedText {

  private static final int ASCII_END = 0x80;

  private CollapsedText() {}

  /** The collapsed text; empty if there is nothing but white space. */
  public static String of(String text) {
    String composed =
        isPlain(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
    return isCollapsed(composed) ? composed : collapse(composed);
  }

  /** Below U+0300 there is nothing to compose. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCollapsed(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isBlank(c);
      if (space && (afterSpace || c != ' ')) {
        return false;
      }
      afterSpace = space;
    }
    return !afterSpace || text.isEmpty();
  }

  private static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        pending = !out.isEmpty();
      } else {
        if (pending) {
          out.append(' ');
          pending = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether a character takes part in no comparison of texts. */
  static boolean isBlank(char c) {
    if (c < ASCII_END) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    }
    return c == 0x85
        || c == 0xA0
        || (c >= 0x200B && c <= 0x200F)
        || c == 0x2060
        || c == 0xFEFF
        || Character.isSpaceChar(c);
  }
}
