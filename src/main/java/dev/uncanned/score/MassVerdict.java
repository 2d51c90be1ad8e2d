package dev.uncanned.score;

import java.time.Instant;

/**
 * Whether one message to one recipient is a mass send under one least reach.
 *
 * @param mass_reach recipients from which a template or campaign is a mass send
 * @param recipient_id null where the archive names none
 * @param sent_at null if undated
 * @param mass_send null if not known or no outreach
 * @param cluster_id template; null for an empty text
 * @param campaign_id null without one
 */
public record MassVerdict(
    int mass_reach,
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    boolean outbound,
    Boolean mass_send,
    String cluster_id,
    String campaign_id) {}
