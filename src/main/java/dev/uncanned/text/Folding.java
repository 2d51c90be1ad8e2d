package dev.uncanned.text;

import java.text.Normalizer;

/**
 * Makes letters that look alike the same letter: NFKC, no invisible characters, lower case.
 *
 * <p>Invisible characters (Unicode format characters, variation selectors, private use) are
 * dropped, as is every combining mark after the eighth on one letter; a control character becomes a
 * space. Lower case is {@link Character#toLowerCase(char)}, which knows no locale and keeps the
 * length.
 */
public final class Folding {

  private static final int MAX_MARKS = 8;
  private static final int ASCII_END = 0x80;
  private static final int ASCII_LAST = 0x7F;
  private static final String STABLE_PUNCTUATION =
      "\u2010\u2013\u2014\u2015\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u20AC";
  private static final String NFKC_LATIN =
      "\u00A0\u00A8\u00AA\u00AD\u00AF\u00B2\u00B3\u00B4\u00B5\u00B8\u00B9\u00BA\u00BC\u00BD\u00BE"
          + "\u0132\u0133\u013F\u0140\u0149\u017F";
  private static final int LATIN_END = 0x180;

  /** From Thaana on, marks are parts of the spelling; marks for any script come later again. */
  private static final char LETTER_MARKS = 0x0780;

  private static final char LETTER_MARKS_END = 0x1AB0;
  private static final char KANA_MARKS = 0x3000;
  private static final char KANA_MARKS_END = 0xFE00;
  private static final String[] LATIN_KEYS = latinKeys();

  private Folding() {}

  /** Folded, in lower case. */
  public static String fold(String text) {
    return lower(compatible(text));
  }

  /** Folded, with upper and lower case as written. */
  public static String compatible(String text) {
    if (isStable(text)) {
      return text;
    }
    // Marks are capped first: canonical ordering of a long run of them is quadratic.
    String visible = visible(text);
    return Normalizer.isNormalized(visible, Normalizer.Form.NFKC)
        ? visible
        : Normalizer.normalize(visible, Normalizer.Form.NFKC);
  }

  /**
   * Folded, in lower case, without diacritics: for comparing names.
   *
   * <p>Marks of scripts from India eastwards are vowels and consonants, without which different
   * words would be one; those stay. The two small forms of the Greek sigma are one letter, since
   * capitals have only one.
   */
  public static String nameKey(String text) {
    char[] key = new char[2 * text.length()];
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String latin = c < LATIN_END ? LATIN_KEYS[c] : c == '\u2019' ? "'" : null;
      if (latin == null) {
        return anyNameKey(text);
      }
      key[end++] = latin.charAt(0);
      if (latin.length() > 1) {
        key[end++] = latin.charAt(1);
      }
    }
    return new String(key, 0, end);
  }

  /** Name keys of Latin letters that fold on their own; null for others. */
  private static String[] latinKeys() {
    String[] keys = new String[LATIN_END];
    for (char c = ' '; c < LATIN_END; c++) {
      if (c < ASCII_END || isStable(c)) {
        keys[c] = anyNameKey(String.valueOf(c));
      }
    }
    return keys;
  }

  private static String anyNameKey(String text) {
    if (isKey(text)) {
      return text;
    }
    String folded = fold(text);
    if (isAscii(folded)) {
      return folded;
    }
    String parts = Normalizer.normalize(folded, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parts.length());
    boolean composed = true;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'œ' -> out.append("oe");
        case 'ø' -> out.append('o');
        case 'ł' -> out.append('l');
        case 'đ', 'ð' -> out.append('d');
        case 'ı' -> out.append('i');
        case 'ς' -> out.append('σ');
        case '\u2019', '\u02BC' -> out.append('\'');
        default -> {
          if (!isDiacritic(c)) {
            out.append(c);
            composed &= c < LETTER_MARKS;
          }
        }
      }
    }
    return composed ? out.toString() : Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Whether all letters are their own keys; most words of these scripts are. */
  private static boolean isKey(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean russian = c >= 'а' && c <= 'я' && c != 'й';
      boolean greek = c >= 'α' && c <= 'ω' && c != 'ς';
      boolean hebrew = c >= '\u05D0' && c <= '\u05EA';
      boolean arabic = c >= '\u0627' && c <= '\u064A' && c != '\u0640';
      if (!russian && !greek && !hebrew && !arabic && !Scripts.isSyllable(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character is a mark that a name has in one spelling and lacks in another. */
  private static boolean isDiacritic(char c) {
    boolean letter =
        (c >= LETTER_MARKS && c < LETTER_MARKS_END) || (c >= KANA_MARKS && c < KANA_MARKS_END);
    return !letter && isMark(c);
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII_END) {
        return false;
      }
    }
    return true;
  }

  private static String lower(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII_END || (c >= 'A' && c <= 'Z')) {
        char[] out = text.toCharArray();
        for (int k = i; k < length; k++) {
          out[k] = Character.toLowerCase(out[k]);
        }
        return new String(out);
      }
    }
    return text;
  }

  private static boolean isStable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII_END ? c < ' ' && c != '\n' && c != '\t' : !isStable(c)) {
        if (!isEmoji(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether a pair of the blocks 1F300 to 1F7FF and 1F900 to 1F9FF begins here. */
  private static boolean isEmoji(String text, int i) {
    char high = text.charAt(i);
    char low = i + 1 < text.length() ? text.charAt(i + 1) : 0;
    return Character.isLowSurrogate(low)
        && (high == '\uD83D'
            || (high == '\uD83C' && low >= '\uDF00')
            || (high == '\uD83E' && low >= '\uDD00' && low <= '\uDDFF'));
  }

  private static boolean isStable(char c) {
    if (c < LATIN_END) {
      return c > 0xA0 && NFKC_LATIN.indexOf(c) < 0;
    }
    return STABLE_PUNCTUATION.indexOf(c) >= 0;
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= ' ' && c < ASCII_LAST) {
        out.append((char) c);
        marks = 0;
        continue;
      }
      int type = Character.getType(c);
      if (isMark(c)) {
        marks++;
        if (marks <= MAX_MARKS && !isVariationSelector(c)) {
          out.appendCodePoint(c);
        }
      } else if (type == Character.CONTROL) {
        out.append(c == '\n' || c == '\t' ? (char) c : ' ');
        marks = 0;
      } else if (type != Character.FORMAT
          && type != Character.PRIVATE_USE
          && type != Character.SURROGATE) {
        out.appendCodePoint(c);
        marks = 0;
      }
    }
    return out.toString();
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
