package dev.uncanned.score;

import java.time.Instant;
import java.util.List;

/**
 * A message with links, where they lead and what it asks for.
 *
 * @param sent_at null if undated
 * @param cluster_id the template
 * @param campaign_id null if none
 * @param link_domains hosts without {@code www.}, sorted, at least one
 * @param call_to_action call, meeting, demo, read, register or reply; null where no known word asks
 */
public record LinkedSend(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String cluster_id,
    String campaign_id,
    List<String> link_domains,
    String call_to_action) {

  public static final String CLUSTER_ID = "cluster_id";
  public static final String SENDER_ID = "sender_id";
  public static final String RECIPIENT_IDS = "recipient_ids";
  public static final String LINK_DOMAINS = "link_domains";
  public static final String CALL_TO_ACTION = "call_to_action";
  public static final String SENT_AT = "sent_at";
}
