package dev.uncanned.score;

/**
 * One sentence of a text for people, with the tokens of the masked text that lie in it.
 *
 * @param start first character, from 0
 * @param end character behind the last, closing punctuation included
 * @param first_token number of its first token
 * @param end_token number behind its last token; equal to {@code first_token} without any
 * @param words tokens that are no placeholders
 * @param customised_words words that were written for this message; 0 where that is not known
 */
public record Sentence(
    int start, int end, int first_token, int end_token, int words, int customised_words) {

  private static final int MIN_WORDS = 3;
  private static final int PART = 3;

  /** Whether it was written for this message: three words of it, and a third of all its words. */
  public boolean customised() {
    return customised_words >= MIN_WORDS && customised_words * PART >= words;
  }
}
