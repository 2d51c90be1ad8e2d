package dev.uncanned.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words that all texts have where one choice of a gap meets the next, such as "in" of
 * "hiring for {sales | customer success} in {Rome | New York}".
 *
 * <p>The alignment misses such a word where a longer alternative before it makes up for a shorter
 * one behind it: both texts have as many words then, and none of them has to be moved.
 */
final class ChoiceBorders {

  private static final int NONE = -1;

  private final List<FillSpans> parts;
  private final long fewest;

  /**
   * @param gap what stands between two neighbours in the skeleton
   * @param messages all of them
   * @param support share of the messages that must have a word
   */
  ChoiceBorders(FillSpans gap, long messages, double support) {
    boolean field = new FieldInFills(gap).field() != null;
    this.parts = field ? List.of(gap) : new NeighbouringChoices(gap, messages).parts();
    this.fewest = (long) Math.ceil(support * messages);
  }

  /** For each such word its number in each text, -1 in a text without it; in order. */
  List<int[]> words() {
    List<int[]> words = new ArrayList<>();
    for (int part = 0; part + 1 < parts.size(); part++) {
      FillSpans left = parts.get(part);
      FillSpans both = new FillSpans(left.members(), left.starts(), parts.get(part + 1).ends());
      for (int[] word : around(both, left.ends())) {
        if (words.isEmpty() || isBehind(words.get(words.size() - 1), word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** Whether no text has a word before another, or in its place. */
  private static boolean isBehind(int[] before, int[] word) {
    for (int m = 0; m < word.length; m++) {
      if (word[m] != NONE && word[m] <= before[m]) {
        return false;
      }
    }
    return true;
  }

  /** The words beside the cuts of two parts; a cut may lie on either side of them. */
  private List<int[]> around(FillSpans both, int[] cuts) {
    List<int[]> words = new ArrayList<>();
    int[] word = beside(both, cuts, cuts[0] - 1);
    word = isShared(both, word) ? word : beside(both, cuts, cuts[0]);
    if (!isShared(both, word)) {
      return words;
    }
    for (int[] left = word; isShared(both, left); left = moved(both, left, -1)) {
      words.add(0, left);
    }
    int[] right = moved(both, word, 1);
    while (isShared(both, right)) {
      words.add(right);
      right = moved(both, right, 1);
    }
    return words;
  }

  /** Where each text has a word of the medoid: behind its cut, before it, or else anywhere. */
  private static int[] beside(FillSpans both, int[] cuts, int medoidWord) {
    int[] numbers = new int[both.size()];
    String word = both.member(0).token(medoidWord);
    for (int m = 0; m < numbers.length; m++) {
      List<String> fill = both.fill(m);
      int cut = cuts[m] - both.starts()[m];
      int from = Math.max(0, cut - 1);
      int beside = fill.subList(from, Math.min(fill.size(), cut + 1)).lastIndexOf(word);
      int place = beside >= 0 ? from + beside : fill.indexOf(word);
      numbers[m] = place >= 0 ? both.starts()[m] + place : NONE;
    }
    return numbers;
  }

  /** The words beside others, as far as they are of the parts. */
  private static int[] moved(FillSpans both, int[] from, int step) {
    int[] numbers = new int[both.size()];
    for (int m = 0; m < numbers.length; m++) {
      int number = from[m] + step;
      boolean inside = from[m] != NONE && number >= both.starts()[m] && number < both.ends()[m];
      numbers[m] = inside ? number : NONE;
    }
    return numbers;
  }

  private boolean isShared(FillSpans both, int[] word) {
    if (word[0] == NONE) {
      return false;
    }
    String medoid = both.member(0).token(word[0]);
    long having = 0;
    for (int m = 0; m < word.length; m++) {
      boolean has = word[m] != NONE;
      if (has != both.words(m) > 0 || has && !medoid.equals(both.member(m).token(word[m]))) {
        return false;
      }
      having += has ? both.member(m).weight() : 0;
    }
    return having >= fewest;
  }
}
