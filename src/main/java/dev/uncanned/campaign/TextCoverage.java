package dev.uncanned.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Looks one text at a time up in the recurring phrases and says how much of it they cover. */
final class TextCoverage {

  private static final BitSet NOTHING = new BitSet(0);

  private final RecurringPhrases phrases;
  private final int phraseWords;
  private int[] found = new int[0];
  private int length;
  private int covered;
  private int longestBlock;

  TextCoverage(RecurringPhrases phrases, CampaignConfig config) {
    this.phrases = phrases;
    this.phraseWords = config.phrase_words();
  }

  /** Reads a text as part of a message to so many recipients. */
  void read(int[] tokens, int recipientsOfMessage) {
    begin(tokens.length);
    phrases.find(tokens, found);
    for (int i = 0; i < length; i++) {
      if (found[i] != RecurringPhrases.NONE && !phrases.recurs(found[i], recipientsOfMessage)) {
        found[i] = RecurringPhrases.NONE;
      }
    }
    measure(NOTHING);
  }

  private void begin(int tokens) {
    length = tokens;
    if (found.length < length) {
      found = new int[length * 2];
    }
  }

  /** Where the recurring phrases of the text begin; for {@link #readAgain}. */
  int[] found() {
    return Arrays.copyOf(found, length);
  }

  /** Reads a text once more, as it was found the first time. */
  void readAgain(int[] before) {
    begin(before.length);
    System.arraycopy(before, 0, found, 0, length);
    measure(NOTHING);
  }

  /**
   * Takes phrases out of the text that was read, with the tokens they cover and with the phrases
   * that only run from one of them into the next.
   */
  void without(BitSet ignored) {
    BitSet gone = new BitSet(length);
    for (int i = 0; i < length; i++) {
      if (found[i] != RecurringPhrases.NONE && ignored.get(found[i])) {
        gone.set(i, i + phraseWords);
      }
    }
    for (int i = 0; i < length; i++) {
      if (gone.get(i) && gone.nextClearBit(i) >= i + phraseWords) {
        found[i] = RecurringPhrases.NONE;
      }
    }
    measure(gone);
  }

  private void measure(BitSet gone) {
    covered = 0;
    longestBlock = 0;
    boolean whole = gone.isEmpty();
    int end = 0;
    int block = 0;
    for (int i = 0; i < length; i++) {
      if (found[i] != RecurringPhrases.NONE) {
        end = i + phraseWords;
      }
      boolean in = i < end && (whole || !gone.get(i));
      block = in ? block + 1 : 0;
      covered += in ? 1 : 0;
      longestBlock = Math.max(longestBlock, block);
    }
  }

  /** Numbers of the first token and the token behind the last of each covered run, in order. */
  List<Integer> runs() {
    List<Integer> runs = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < length; i++) {
      if (found[i] != RecurringPhrases.NONE) {
        if (runs.isEmpty() || i > end) {
          runs.add(i);
          runs.add(i);
        }
        end = i + phraseWords;
        runs.set(runs.size() - 1, end);
      }
    }
    return runs;
  }

  /** Number of the recurring phrase that begins at a token, or NONE. */
  int phraseAt(int token) {
    return found[token];
  }

  /** Share of the tokens that lie in recurring phrases, 0 to 1; 0 for an empty text. */
  double share() {
    return length == 0 ? 0 : (double) covered / length;
  }

  /** Tokens of the longest stretch without a token outside recurring phrases. */
  int longestBlock() {
    return longestBlock;
  }

  /** The recurring phrases, sorted, each once. */
  int[] phrases() {
    int[] sorted = new int[length];
    int n = 0;
    for (int i = 0; i < length; i++) {
      if (found[i] != RecurringPhrases.NONE) {
        sorted[n++] = found[i];
      }
    }
    Arrays.sort(sorted, 0, n);
    int distinct = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }

  /** Counts each recurring phrase of the text once. */
  void countInto(int[] counts) {
    for (int phrase : phrases()) {
      counts[phrase]++;
    }
  }
}
