package dev.uncanned.score;

import java.util.List;

/** Fields of one message that name somebody else than its recipient. */
public record FoundLeaks(String message_id, String recipient_id, List<Defect> leaks) {

  public FoundLeaks {
    leaks = leaks == null ? List.of() : List.copyOf(leaks);
  }
}
