package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import java.util.List;

/** What is read of a score to try other weights. */
public record SweptMessage(
    String sender_id, Direction direction, Float personal_score, List<Evidence> evidence) {

  static final String DIRECTION = "direction";
  static final String PERSONAL_SCORE = "personal_score";

  public SweptMessage {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
