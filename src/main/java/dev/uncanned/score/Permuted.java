package dev.uncanned.score;

/**
 * What came out when the messages of one template were judged with the record of another recipient.
 *
 * <p>Over all templates, {@code false_verified_n / tried_n} is the false verification rate.
 *
 * @param tried_n messages with customised words that were judged so
 * @param verified_n of these, messages with a verified reference to their own recipient
 * @param false_verified_n of these, messages with a verified reference to the other one
 */
public record Permuted(String cluster_id, long tried_n, long verified_n, long false_verified_n) {}
