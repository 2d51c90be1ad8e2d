package dev.uncanned.score;

/**
 * How many words must be put in, taken out or exchanged to make one text out of another.
 *
 * <p>The Levenshtein distance over words. Copies of a template differ in few places: what they
 * share at both ends is left out first, which is most of it.
 */
final class WordEdits {

  /** Longer texts are compared up to here: the time grows with the square of the length. */
  static final int MAX_TOKENS = 4000;

  private WordEdits() {}

  /** Edits / tokens of the longer text, 0 for equal texts, 1 for texts without a common word. */
  static float ratio(int[] left, int[] right) {
    int longer = Math.max(Math.min(left.length, MAX_TOKENS), Math.min(right.length, MAX_TOKENS));
    return longer == 0 ? 0 : (float) between(left, right) / longer;
  }

  private static int between(int[] left, int[] right) {
    int leftEnd = Math.min(left.length, MAX_TOKENS);
    int rightEnd = Math.min(right.length, MAX_TOKENS);
    int start = 0;
    while (start < leftEnd && start < rightEnd && left[start] == right[start]) {
      start++;
    }
    while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1]) {
      leftEnd--;
      rightEnd--;
    }
    return distance(left, right, start, leftEnd, rightEnd);
  }

  private static int distance(int[] left, int[] right, int start, int leftEnd, int rightEnd) {
    int columns = rightEnd - start;
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      row[j] = j;
    }
    for (int i = start; i < leftEnd; i++) {
      int diagonal = row[0];
      row[0]++;
      for (int j = 1; j <= columns; j++) {
        int exchanged = diagonal + (left[i] == right[start + j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[columns];
  }
}
