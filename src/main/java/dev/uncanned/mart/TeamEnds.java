package dev.uncanned.mart;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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

  /** Monday of the last week that is over, of which the archives of a team tell to its end. */
  LocalDate lastWeek(LocalDate asOf, String team) {
    LocalDate dayAfter = before(asOf, TeamSummary.name(team)).plusDays(1);
    return dayAfter.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
  }

  /** The earlier of the last day of a team and another day, which stands where none is known. */
  LocalDate before(LocalDate day, String team) {
    LocalDate end = days.get(team);
    return end == null || end.isAfter(day) ? day : end;
  }
}
