package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import java.time.Instant;

/** The columns of a {@link Touch} that overlaps in a team are told from. */
public record FirstMessage(
    String message_id,
    String team_id,
    String sender_id,
    String recipient_id,
    Direction direction,
    Instant sent_at,
    String cluster_id,
    boolean one_tap,
    Boolean first_touch) {

  public static final String TEAM_ID = "team_id";
  public static final String DIRECTION = "direction";
  public static final String ONE_TAP = "one_tap";
  public static final String FIRST_TOUCH = "first_touch";
}
