package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import java.time.Instant;

/** The columns of a {@link Touch} and its {@link Send} that reach is counted from. */
public record TouchColumns(
    String message_id,
    String sender_id,
    String recipient_id,
    String team_id,
    String archive_id,
    Direction direction,
    Instant sent_at,
    boolean automatic,
    boolean one_tap,
    String cluster_id,
    String campaign_id,
    Boolean is_reply) {

  /** Whether a person chose its words, so that it counts for a template. */
  boolean counts() {
    return sender_id != null && !automatic && !one_tap;
  }
}
