package dev.uncanned.text;

import java.util.List;
import java.util.Set;

/**
 * Takes Korean words apart that are a name and what is written onto it: a title, the form of
 * address 님 or 씨, and a particle. All of them may be missing.
 *
 * <p>Which of two particles stands depends on the last sound of the name (은 or 는), so that copies
 * of a template have different ones.
 */
final class HangulNames {

  private static final List<String> TITLES = SalutationWords.longestFirst("ko-title");
  private static final Set<String> PARTICLES =
      Set.copyOf(SalutationWords.longestFirst("ko-particle"));
  private static final List<String> FAMILIES = SalutationWords.longestFirst("ko-family");
  private static final char HONOURED = '님';
  private static final char ADDRESSED = '씨';
  private static final int MAX_NAME = 4;
  private static final int MAX_GIVEN = 2;

  private HangulNames() {}

  /** Whether a word from a place on is only what is written onto a name. */
  static boolean isEnding(String key, int from) {
    int end = addressEnd(key, titleEnd(key, from));
    return end == key.length() || PARTICLES.contains(key.substring(end));
  }

  /** The same, and the ending has a title or 씨, so that even one syllable before it is a name. */
  static boolean isAddress(String key, int from) {
    boolean addressed = titleEnd(key, from) > from || key.startsWith("씨", from);
    return addressed && isEnding(key, from);
  }

  /** Whether a word is a form of address by itself: a title with 님, or only 님 or 씨. */
  static boolean isForm(String key) {
    int title = titleEnd(key, 0);
    int end = addressEnd(key, title);
    return end > title && isEnding(key, 0);
  }

  /**
   * How long the name is in a word that ends with a form of address; 0 if it is no such word. A
   * name of one syllable needs a title.
   */
  static int addressedLength(String key) {
    if (isForm(key)) {
      return 0;
    }
    for (int name = 1; name <= Math.min(MAX_NAME, key.length() - 1); name++) {
      int title = titleEnd(key, name);
      int end = addressEnd(key, title);
      if (end > title && (name > 1 || title > name) && isEnding(key, name)) {
        return name;
      }
    }
    return 0;
  }

  /** Whether a word is a family name with a title. */
  static boolean isTitledFamily(String key) {
    int name = addressedLength(key);
    return name > 0 && isFamily(key.substring(0, name)) && titleEnd(key, name) > name;
  }

  /** How long the family name is with which a full name of two to four syllables begins, or 0. */
  static int familyLength(String name) {
    int family = SalutationWords.lengthAt(name, 0, FAMILIES);
    int given = name.length() - family;
    return family > 0 && given > 0 && given <= MAX_GIVEN && isHangul(name) ? family : 0;
  }

  /** Whether a word is a family name. */
  static boolean isFamily(String word) {
    return FAMILIES.contains(word);
  }

  private static boolean isHangul(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Scripts.isSyllable(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int titleEnd(String key, int from) {
    return from + SalutationWords.lengthAt(key, from, TITLES);
  }

  private static int addressEnd(String key, int from) {
    boolean addressed =
        from < key.length() && (key.charAt(from) == HONOURED || key.charAt(from) == ADDRESSED);
    return addressed ? from + 1 : from;
  }
}
