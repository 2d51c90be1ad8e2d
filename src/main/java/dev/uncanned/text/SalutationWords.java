package dev.uncanned.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of salutations; {@code salutations.txt} explains its lists. */
final class SalutationWords {

  /** Words that open a message, as name keys. */
  static final Set<String> GREETINGS = WordList.words("greetings.txt");

  /** Words that are names as well, as name keys. */
  static final Set<String> COMMON = WordList.words("common-words.txt");

  private static final String BEHIND_GREETING = " \t\n\u000B\f\r.,:!";

  private static final Map<String, List<String>> LISTS = WordList.lists("salutations.txt");

  /** Chinese family names, folded, the longest first. */
  static final List<String> CHINESE_FAMILIES = longestFirst("zh-family");

  private SalutationWords() {}

  /** Whether a word of a text that begins at a place is a greeting. */
  static boolean greets(String text, int from) {
    int end = from;
    while (end < text.length() && BEHIND_GREETING.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return GREETINGS.contains(Folding.nameKey(text.substring(from, end)));
  }

  /** The words of a list as name keys. */
  static Set<String> keys(String list) {
    Set<String> keys = new HashSet<>();
    for (String word : LISTS.get(list)) {
      keys.add(Folding.nameKey(word));
    }
    return Set.copyOf(keys);
  }

  /** The words of some lists as they stand in folded texts, the longest first. */
  static List<String> longestFirst(String... lists) {
    return List.of(lists).stream()
        .flatMap(list -> LISTS.get(list).stream())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** How long the first of some words is that a text has at a place; 0 if it has none. */
  static int lengthAt(String text, int from, List<String> words) {
    for (String word : words) {
      if (text.startsWith(word, from)) {
        return word.length();
      }
    }
    return 0;
  }
}
