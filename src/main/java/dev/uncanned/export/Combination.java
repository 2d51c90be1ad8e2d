package dev.uncanned.export;

import java.time.LocalDate;
import java.util.Set;

/** What an outsider may know of a message, taken together; null is not told. */
public record Combination(
    String direction,
    String channel,
    String kind,
    String relationship,
    String lang,
    String team_id,
    LocalDate sent_week) {

  /** The same with some of it not told. */
  Combination without(Set<Quasi> untold) {
    return new Combination(
        direction,
        untold.contains(Quasi.CHANNEL) ? null : channel,
        untold.contains(Quasi.KIND) ? null : kind,
        untold.contains(Quasi.RELATIONSHIP) ? null : relationship,
        untold.contains(Quasi.LANG) ? null : lang,
        untold.contains(Quasi.TEAM_ID) ? null : team_id,
        untold.contains(Quasi.SENT_WEEK) ? null : sent_week);
  }
}
