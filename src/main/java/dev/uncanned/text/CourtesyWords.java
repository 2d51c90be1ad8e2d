package dev.uncanned.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of which courtesies consist in several languages ("I hope this finds you well").
 *
 * <p>Words are spelled as masked texts spell them; languages are ISO 639-1 codes.
 */
public final class CourtesyWords {

  private static final String SMALL = "-small";
  private static final Map<String, List<String>> LISTS = WordList.lists("courtesy-words.txt");

  private CourtesyWords() {}

  /** The languages that have a list, sorted. */
  public static Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    for (String list : LISTS.keySet()) {
      if (!list.endsWith(SMALL)) {
        languages.add(list);
      }
    }
    return languages;
  }

  /** Words that make a phrase a courtesy: "hope", "thanks", "weekend". */
  public static List<String> telling(String language) {
    return LISTS.get(language);
  }

  /** Words that stand around them: "all", "is", "well". */
  public static List<String> small(String language) {
    return LISTS.get(language + SMALL);
  }
}
