package dev.uncanned.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of everyday language in several languages, some of which are names of people, companies or
 * places as well ("Will", "Gap", "Nice"): alone they name somebody only by their capital letter.
 */
public final class CommonWords {

  private static final Set<String> FUNCTIONAL = keys(LanguageFinder.FUNCTION_WORDS);
  private static final Set<String> WORDS = words();

  private CommonWords() {}

  private static Set<String> words() {
    Set<String> words = new HashSet<>(SalutationWords.COMMON);
    words.addAll(FUNCTIONAL);
    words.addAll(keys(LanguageFinder.LETTER_WORDS));
    return Set.copyOf(words);
  }

  private static Set<String> keys(String list) {
    Set<String> keys = new HashSet<>();
    for (List<String> ofLanguage : WordList.lists(list).values()) {
      ofLanguage.forEach(word -> keys.add(Folding.nameKey(word)));
    }
    return Set.copyOf(keys);
  }

  /**
   * Whether a word is one of them.
   *
   * @param key as {@link Folding#nameKey} gives it
   */
  public static boolean contains(String key) {
    return WORDS.contains(key);
  }

  /** Whether a word is one of those that make sentences rather than say what they are about. */
  static boolean isFunctionWord(String key) {
    return FUNCTIONAL.contains(key);
  }
}
