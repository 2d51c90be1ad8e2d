package dev.uncanned.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether the different fills of a slot are put together from the same phrases.
 *
 * <p>A phrase is three words in a row, or a shorter fill as a whole, that three messages and a
 * twentieth of them have; what nearly all have is no choice but a frame around their own words.
 */
final class ReusedFills {

  private static final int PHRASE = 3;
  private static final long SEVERAL = 3;
  private static final double SEVERAL_SHARE = 0.05;
  private static final double NEARLY_ALL = 0.8;

  private ReusedFills() {}

  /**
   * Whether more than half of all words lie in such phrases.
   *
   * @param fills words, joined by single spaces, with the number of messages that have them
   */
  static boolean makeUp(Map<String, Long> fills) {
    Map<List<String>, Long> messages = new HashMap<>();
    fills.forEach(
        (fill, weight) ->
            new HashSet<>(phrases(words(fill)))
                .forEach(phrase -> messages.merge(phrase, weight, Long::sum)));
    long filled = fills.values().stream().mapToLong(Long::longValue).sum();
    double several = Math.max(SEVERAL, SEVERAL_SHARE * filled);
    messages.values().removeIf(count -> count < several || count >= NEARLY_ALL * filled);
    long all = 0;
    long shared = 0;
    for (Map.Entry<String, Long> fill : fills.entrySet()) {
      List<String> words = words(fill.getKey());
      all += fill.getValue() * words.size();
      shared += fill.getValue() * covered(words, messages.keySet());
    }
    return 2 * shared > all;
  }

  private static int covered(List<String> words, Set<List<String>> shared) {
    int covered = 0;
    int end = 0;
    int start = 0;
    for (List<String> phrase : phrases(words)) {
      int until = start + phrase.size();
      if (shared.contains(phrase)) {
        covered += until - Math.max(start, end);
        end = until;
      }
      start++;
    }
    return covered;
  }

  private static List<List<String>> phrases(List<String> words) {
    int last = Math.max(0, words.size() - PHRASE);
    return IntStream.rangeClosed(0, last)
        .mapToObj(start -> words.subList(start, Math.min(words.size(), start + PHRASE)))
        .toList();
  }

  private static List<String> words(String fill) {
    return Arrays.asList(fill.split(" "));
  }
}
