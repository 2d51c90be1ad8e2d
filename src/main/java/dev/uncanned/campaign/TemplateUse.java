package dev.uncanned.campaign;

import java.time.Instant;

/**
 * How a sender used a template.
 *
 * @param campaign_id the sender's campaign it belongs to; null for a single message in none
 * @param message_id the oldest of the sender's messages with it
 * @param sent_at when that was sent; null if none of them is dated
 * @param template_messages_n the sender's messages with it, at least 1
 */
public record TemplateUse(
    String cluster_id,
    String sender_id,
    String campaign_id,
    String message_id,
    Instant sent_at,
    int template_messages_n) {

  public static final String CLUSTER_ID = "cluster_id";
}
