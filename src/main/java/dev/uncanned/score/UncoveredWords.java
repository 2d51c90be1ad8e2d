package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/** The words of one text that it shares with too few others, run by run. */
final class UncoveredWords {

  private final int[] tokens;
  private final IntArrayList spans = new IntArrayList(0);
  private int words;

  UncoveredWords(int[] tokens) {
    this.tokens = tokens;
  }

  /** Takes in the next uncovered token; a run of placeholders alone is none. */
  void add(int token) {
    boolean continues = !spans.isEmpty() && spans.getInt(spans.size() - 1) == token;
    if (continues) {
      spans.set(spans.size() - 1, token + 1);
    } else {
      dropWordless();
      spans.add(token);
      spans.add(token + 1);
    }
    words += TokenArray.isWord(tokens[token]) ? 1 : 0;
  }

  private void dropWordless() {
    int size = spans.size();
    if (size > 0 && !hasWord(spans.getInt(size - 2), spans.getInt(size - 1))) {
      spans.size(size - 2);
    }
  }

  private boolean hasWord(int from, int to) {
    for (int i = from; i < to; i++) {
      if (TokenArray.isWord(tokens[i])) {
        return true;
      }
    }
    return false;
  }

  /** Number of words, placeholders not counted. */
  int words() {
    return words;
  }

  /** Number of the first and behind the last token of each run that has a word. */
  List<Integer> spans() {
    dropWordless();
    return List.copyOf(spans);
  }

  /** The tokens of the runs, a break behind each; null without any. */
  int[] fragments() {
    dropWordless();
    if (spans.isEmpty()) {
      return null;
    }
    IntArrayList fragments = new IntArrayList();
    for (int run = 0; run < spans.size(); run += 2) {
      for (int i = spans.getInt(run); i < spans.getInt(run + 1); i++) {
        fragments.add(tokens[i]);
      }
      fragments.add(TokenArray.BREAK);
    }
    return fragments.toIntArray();
  }
}
