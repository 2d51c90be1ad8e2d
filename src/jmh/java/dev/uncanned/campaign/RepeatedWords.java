package dev.uncanned.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of each text its sender also wrote elsewhere: the share of its words that lie in three
 * words in a row which at least three other texts of its sender have.
 *
 * <p>No code and no configuration of the engine, so that what describes the texts stays the same
 * when the engine that is judged on them changes.
 */
final class RepeatedWords {

  private static final int IN_A_ROW = 3;
  private static final int OTHER_TEXTS = 3;

  private final Map<String, Map<String, Integer>> textsBySender = new HashMap<>();

  /** Reads all texts that a sender may repeat. */
  RepeatedWords(List<SenderText> texts) {
    for (SenderText text : texts) {
      Map<String, Integer> counts =
          textsBySender.computeIfAbsent(text.sender_id(), none -> new HashMap<>());
      String[] words = words(text);
      Set<String> rows = new HashSet<>();
      for (int i = 0; i + IN_A_ROW <= words.length; i++) {
        rows.add(row(words, i));
      }
      rows.forEach(row -> counts.merge(row, 1, Integer::sum));
    }
  }

  /** The share of one of the texts that were read, 0 to 1; 0 if it is shorter than three words. */
  double share(SenderText text) {
    Map<String, Integer> counts = textsBySender.get(text.sender_id());
    String[] words = words(text);
    int repeated = 0;
    int end = 0;
    for (int i = 0; i + IN_A_ROW <= words.length; i++) {
      if (counts.get(row(words, i)) > OTHER_TEXTS) {
        repeated += i + IN_A_ROW - Math.max(end, i);
        end = i + IN_A_ROW;
      }
    }
    return (double) repeated / words.length;
  }

  private static String[] words(SenderText text) {
    return text.masked().split(" ");
  }

  private static String row(String[] words, int from) {
    return words[from] + " " + words[from + 1] + " " + words[from + 2];
  }
}
