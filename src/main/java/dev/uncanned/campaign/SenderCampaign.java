package dev.uncanned.campaign;

import java.time.Instant;

/**
 * A campaign of one sender, to be compared with those of others.
 *
 * @param message_id the message that names it, its oldest
 * @param sent_at when that was sent; null if none of its messages is dated
 * @param phrases hashes of the phrases that stand for it, sorted
 */
public record SenderCampaign(
    String campaign_id, String sender_id, String message_id, Instant sent_at, long[] phrases) {}
