package dev.uncanned.score;

import java.time.Instant;
import java.util.List;

/** The columns of a message that tell where it links to and what it asks for. */
public record LinkColumns(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String text,
    String masked,
    boolean eligible,
    String cluster_id,
    String campaign_id) {

  static final String MASKED = "masked";
  static final String ELIGIBLE = "eligible";
}
