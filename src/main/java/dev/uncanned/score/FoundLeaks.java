package dev.uncanned.score;

import java.util.List;

/** Fields of one message that name somebody else than its recipient. */
public record FoundLeaks(String message_id, String recipient_id, List<Defect> leaks) {

  public static final String LEAKS = "leaks";

  /** What becomes part of the scores. */
  static final List<String> SCORED = List.of(LEAKS);

  public FoundLeaks {
    leaks = leaks == null ? List.of() : List.copyOf(leaks);
  }
}
