package dev.uncanned.score;

/**
 * The customised words of one message, to be looked for in the other messages of its sender.
 *
 * @param customised_words at least 0; null for a message that only tells what its sender reuses
 * @param addressees everybody it was sent to, joined
 * @param family scope and id of the template or campaign; null where the message has none
 * @param fragments hashes of the customised tokens, a 0 behind each run; null without any
 * @param whole hashes of all tokens, for some messages of each family
 */
public record CustomText(
    String message_id,
    Integer customised_words,
    String sender_id,
    String addressees,
    String family,
    int[] fragments,
    int[] whole) {

  static final String FRAGMENTS = "fragments";
  static final String WHOLE = "whole";
}
