package dev.uncanned.archive;

import java.util.Locale;
import java.util.Map;

/**
 * What is left of a text without its form: the letters and digits that a reader sees, so that a
 * mail as plain text and the same mail as HTML compare equal.
 *
 * <p>Left out are tags, addresses in angle brackets (plain texts have the targets of links there),
 * the places of pictures, punctuation, white space, accents and case. It depends on the text alone,
 * not on what it is said to be, and is the same for texts with the same {@link CollapsedText}.
 */
final class BareWords {

  private static final int ASCII_END = 0x80;
  private static final int LATIN_END = 0x300;
  private static final int PUNCTUATION = 0x2000;
  private static final int PUNCTUATION_END = 0x2070;
  private static final int HASH_CHARS = 16;
  private static final int MAX_ENTITY = 10;
  private static final int MAX_PLACE = 200;
  private static final int MAX_HEX = 6;
  private static final int HEX = 16;
  private static final int DECIMAL = 10;

  /** Letters that are no base letter with an accent. */
  private static final Map<String, String> LETTERS =
      Map.of("szlig", "\u00df", "aelig", "\u00e6", "oelig", "\u0153", "oslash", "\u00f8");

  /** What is left of each Latin character. */
  private static final String[] LATIN = latin();

  private BareWords() {}

  private static String[] latin() {
    String[] left = new String[LATIN_END];
    for (char c = 0; c < LATIN_END; c++) {
      left[c] = letters(String.valueOf(c));
    }
    return left;
  }

  private static String letters(String text) {
    return FoldedName.of(text).replace(" ", "");
  }

  /**
   * A hash of the words; null where there are none, and where some bytes could not be decoded, so
   * that nobody knows them all.
   */
  static String hash(ContentNames names, String text) {
    if (text.indexOf(ChatText.REPLACED) >= 0) {
      return null;
    }
    String words = of(text);
    return words.isEmpty() ? null : names.of("words", words).substring(0, HASH_CHARS);
  }

  static String of(String text) {
    return isPlain(text) ? ofPlain(text) : ofAny(text);
  }

  /**
   * Whether nothing in a text needs more than its characters looked at one by one: Latin ones,
   * which no accent of its own follows, and general punctuation, where there is no letter.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean single = c < LATIN_END || (c >= PUNCTUATION && c < PUNCTUATION_END);
      if (!single || c == '<' || c == '[' || c == '&') {
        return false;
      }
    }
    return true;
  }

  private static String ofPlain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII_END) {
        boolean capital = c >= 'A' && c <= 'Z';
        if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          out.append(capital ? (char) (c + ('a' - 'A')) : c);
        }
      } else if (c < LATIN_END) {
        out.append(LATIN[c]);
      }
    }
    return out.toString();
  }

  private static String ofAny(String text) {
    String collapsed = CollapsedText.of(text);
    StringBuilder seen = new StringBuilder(collapsed.length());
    int at = 0;
    while (at < collapsed.length()) {
      char c = collapsed.charAt(at);
      if (c == '<' && isTag(collapsed, at + 1)) {
        at = MimeNode.behindTag(collapsed, at);
      } else if (c == '[' && isPicture(collapsed, at)) {
        at = behindPicture(collapsed, at);
      } else if (c == '&') {
        at = entity(collapsed, at, seen);
      } else {
        seen.append(c);
        at++;
      }
    }
    return letters(seen.toString());
  }

  private static boolean isTag(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    return c == '/' || c == '!' || Character.isLetter(c);
  }

  private static boolean isPicture(String text, int at) {
    return text.startsWith("[image:", at) || text.startsWith("[cid:", at);
  }

  private static int behindPicture(String text, int at) {
    int most = Math.min(text.length(), at + MAX_PLACE);
    for (int i = at; i < most; i++) {
      if (text.charAt(i) == ']') {
        return i + 1;
      }
    }
    return at + 1;
  }

  /** Adds the letter that an entity means, if it means one. */
  private static int entity(String text, int at, StringBuilder seen) {
    int end = at + 1;
    int most = Math.min(text.length(), at + MAX_ENTITY);
    while (end < most && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ';' || end == at + 1) {
      return at + 1;
    }
    String name = text.substring(at + 1, end);
    seen.append(name.charAt(0) == '#' ? character(name.substring(1)) : letter(name));
    return end + 1;
  }

  private static String character(String number) {
    boolean hex = number.startsWith("x") || number.startsWith("X");
    int code = 0;
    String digits = hex ? number.substring(1) : number;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), hex ? HEX : DECIMAL);
      if (digit < 0 || digits.length() > MAX_HEX) {
        return "";
      }
      code = code * (hex ? HEX : DECIMAL) + digit;
    }
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  /** The letter of {@code eacute} or {@code Uuml}, since accents do not count. */
  private static String letter(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String special = LETTERS.get(lower);
    if (special != null) {
      return special;
    }
    return switch (lower.substring(1)) {
      case "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron" ->
          lower.substring(0, 1);
      default -> " ";
    };
  }
}
