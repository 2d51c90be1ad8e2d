package dev.uncanned.score;

import dev.uncanned.text.Folding;
import dev.uncanned.text.TokenPlaces;
import java.util.ArrayList;
import java.util.List;

/** Words in the form in which they are compared: folded, without accents, possessive or article. */
final class WordKeys {

  private static final int ELISION = 3;
  private static final int MAX_CHARS = 500;
  private static final char FIRST_UNSPACED = '\u0E00';

  private WordKeys() {}

  /** The key of a token. */
  static String of(TokenPlaces places, int token) {
    return plain(Folding.nameKey(places.token(token)));
  }

  /** The keys of the first words of a field, at most so many. */
  static String[] of(String field, int max) {
    String key =
        Folding.nameKey(field.length() > MAX_CHARS ? field.substring(0, MAX_CHARS) : field);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= key.length() && words.size() < max; i++) {
      boolean word = i < key.length() && isWordPart(key, i);
      if (word && start < 0) {
        start = i;
      } else if (!word && start >= 0) {
        words.add(plain(key.substring(start, i)));
        start = -1;
      }
    }
    return words.toArray(String[]::new);
  }

  private static boolean isWordPart(String key, int i) {
    char c = key.charAt(i);
    if (c == '\'') {
      return i > 0
          && i + 1 < key.length()
          && Character.isLetter(key.charAt(i - 1))
          && Character.isLetter(key.charAt(i + 1));
    }
    if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static String plain(String key) {
    int apostrophe = key.indexOf('\'');
    if (apostrophe < 0) {
      return key;
    }
    int end = apostrophe > 0 && key.endsWith("'s") ? key.length() - 2 : key.length();
    return key.substring(nameStart(key, 0, end), end);
  }

  /** Where the name begins in a word of a text or a key: behind its article, if that is elided. */
  static int nameStart(String text, int start, int end) {
    int i = start;
    while (i < end && !isApostrophe(text.charAt(i))) {
      i++;
    }
    return i - start < ELISION && i + 2 < end ? i + 1 : start;
  }

  /** All that {@link Folding#nameKey} makes an apostrophe. */
  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  /** Whether a script without spaces between words is in it. */
  static boolean isUnspaced(String text) {
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (point >= FIRST_UNSPACED && Character.isLetter(point) && !isSpaced(point)) {
        return true;
      }
      i += Character.charCount(point);
    }
    return false;
  }

  private static boolean isSpaced(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, MYANMAR, KHMER -> false;
      default -> true;
    };
  }
}
