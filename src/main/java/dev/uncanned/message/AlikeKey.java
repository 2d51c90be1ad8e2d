package dev.uncanned.message;

/**
 * What copies of one message have in common, whoever the people are.
 *
 * @param minute minutes since 1970
 * @param occurrences messages with this text and minute
 */
public record AlikeKey(String body_hash, long minute, long occurrences) {

  static final String BODY_HASH = "body_hash";
  static final String MINUTE = "minute";
  static final String OCCURRENCES = "occurrences";
}
