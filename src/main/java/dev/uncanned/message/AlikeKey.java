package dev.uncanned.message;

/**
 * What copies of one message have in common, whoever the people are.
 *
 * @param text_key hash of the words of the text, or of the text where they have none
 * @param minute minutes since 1970
 * @param occurrences messages with these words and this minute
 */
public record AlikeKey(String text_key, long minute, long occurrences) {

  static final String TEXT_KEY = "text_key";
  static final String MINUTE = "minute";
  static final String OCCURRENCES = "occurrences";
}
