package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The weeks of which the archives of one team tell from Monday to Sunday.
 *
 * <p>A week in which the team wrote nothing has no row, so where the archives end is told by the
 * rows around it: a complete week lies before the end, an incomplete one begins before it, and
 * where answers are known their time was over.
 */
final class TeamWeeks {

  private static final int DAYS = 7;

  private final NavigableMap<LocalDate, TeamSummaryRow> rows = new TreeMap<>();
  private final int horizonDays;
  private final LocalDate from;
  private final LocalDate until;

  /**
   * @param rows those of one team by week, at least one
   * @param horizonDays days within which an answer counts as a reply
   */
  TeamWeeks(Collection<TeamSummaryRow> rows, int horizonDays) {
    rows.forEach(row -> this.rows.put(row.week(), row));
    this.horizonDays = horizonDays;
    TeamSummaryRow first = this.rows.firstEntry().getValue();
    this.from = first.complete() ? first.week() : first.week().plusDays(DAYS);
    this.until = rows.stream().map(this::toldUntil).max(LocalDate::compareTo).orElseThrow();
  }

  /** A day before which the archives tell of all, as one row shows. */
  private LocalDate toldUntil(TeamSummaryRow row) {
    LocalDate covered = row.complete() ? row.week().plusDays(DAYS) : row.week();
    LocalDate replied = row.week().plusDays(row.reply_known_n() > 0 ? horizonDays : 0);
    return covered.isAfter(replied) ? covered : replied;
  }

  /** Whether all messages of the week that begins on a Monday are there. */
  boolean covers(LocalDate monday) {
    return !monday.isBefore(from) && !monday.plusDays(DAYS).isAfter(until);
  }

  /**
   * Whether the time for answers to all messages of the week is over too: it is where answers to
   * later ones are known, and where it ends before the last day of which the archives tell, since
   * they may break off on that day.
   */
  boolean isSettled(LocalDate monday) {
    TeamSummaryRow row = rows.get(monday);
    if (!covers(monday) || row != null && row.dyads_n() > 0 && row.reply_known_n() == 0) {
      return false;
    }
    boolean laterKnown =
        rows.tailMap(monday, false).values().stream().anyMatch(later -> later.reply_known_n() > 0);
    return laterKnown || monday.plusDays(DAYS + horizonDays).isBefore(until);
  }

  /** The Mondays of all weeks covered, the newest first. */
  Stream<LocalDate> covered() {
    LocalDate last = rows.lastKey();
    while (covers(last.plusDays(DAYS))) {
      last = last.plusDays(DAYS);
    }
    return Stream.iterate(last, week -> !week.isBefore(from), week -> week.minusDays(DAYS))
        .filter(this::covers);
  }

  /** How many weeks in a row are covered before one, counted up to a limit. */
  int before(LocalDate monday, int limit) {
    int weeks = 0;
    while (weeks < limit && covers(monday.minusDays((weeks + 1L) * DAYS))) {
      weeks++;
    }
    return weeks;
  }

  /** What the team did in a week; empty for one without messages. */
  Stream<TeamSummaryRow> row(LocalDate monday) {
    return Stream.ofNullable(rows.get(monday));
  }
}
