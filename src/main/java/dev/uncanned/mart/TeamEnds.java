package dev.uncanned.mart;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;

/** The last day of which the archives of each team tell, by a message or by their export. */
public final class TeamEnds implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, LocalDate> days = new HashMap<>();

  /**
   * Takes in that an archive goes on until an instant.
   *
   * @param team null for people in no team
   * @param at null where it is not known
   */
  public void note(String team, Instant at) {
    if (at != null) {
      days.merge(
          TeamSummary.name(team),
          TeamSummary.day(at),
          (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** The earlier of the last day of a team and another day, which stands where none is known. */
  LocalDate before(LocalDate day, String team) {
    LocalDate end = days.get(team);
    return end == null || end.isAfter(day) ? day : end;
  }
}
