package dev.uncanned.evaluation;

import java.time.Instant;

/**
 * The label of one message to one recipient.
 *
 * @param sender profile URL or e-mail address, as the archive has it
 * @param recipient the same
 * @param sent_at null if undated
 * @param kind how it came about, in the words of whoever labelled
 * @param campaign name of its campaign; empty if it belongs to none
 * @param mass_send null where the question does not arise
 */
public record TruthRow(
    String sender,
    String recipient,
    Instant sent_at,
    String kind,
    String campaign,
    Boolean mass_send) {}
