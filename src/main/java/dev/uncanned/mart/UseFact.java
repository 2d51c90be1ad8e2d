package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;

/** What the descriptions of templates and campaigns read of a score: one row a delivery. */
public record UseFact(
    String message_id,
    String sender_id,
    String team_id,
    String recipient_id,
    Direction direction,
    MessageKind kind,
    Instant sent_at,
    Boolean first_touch,
    String cluster_id,
    String campaign_id,
    Boolean replied) {

  static final String CLUSTER_ID = "cluster_id";
  static final String CAMPAIGN_ID = "campaign_id";
  static final String TEAM_ID = "team_id";
  static final String SENT_AT = "sent_at";

  boolean isFirstMessage() {
    return ScoreFact.opens(kind, recipient_id, first_touch);
  }
}
