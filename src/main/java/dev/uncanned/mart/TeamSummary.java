package dev.uncanned.mart;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up the outbound messages of one team: week by week, and over the whole period. */
final class TeamSummary implements Serializable {

  static final String NO_TEAM = "no team";
  private static final int DAYS_A_WEEK = 7;
  private static final long serialVersionUID = 1L;

  private final RunStamp stamp;
  private final LocalDate asOf;
  private final TeamEnds ends;

  /**
   * @param asOf day up to which the run looks
   */
  TeamSummary(RunStamp stamp, LocalDate asOf, TeamEnds ends) {
    this.stamp = stamp;
    this.asOf = asOf;
    this.ends = ends;
  }

  /** What a team is called, and people in none. */
  static String name(String team) {
    return team == null ? NO_TEAM : team;
  }

  /** The rows of one team, without what is told of overlaps. */
  Iterator<TeamSummaryRow> rows(String team, Iterator<ScoreFact> facts) {
    Tally whole = new Tally();
    Map<LocalDate, Tally> weeks = new TreeMap<>();
    LocalDate firstDay = null;
    while (facts.hasNext()) {
      ScoreFact fact = facts.next();
      whole.add(fact);
      if (fact.sent_at() != null) {
        LocalDate day = day(fact.sent_at());
        firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
        weeks.computeIfAbsent(monday(day), week -> new Tally()).add(fact);
      }
    }
    List<TeamSummaryRow> rows = new ArrayList<>();
    rows.add(row(team, null, true, whole));
    LocalDate lastDay = ends.before(asOf, team);
    for (Map.Entry<LocalDate, Tally> week : weeks.entrySet()) {
      LocalDate monday = week.getKey();
      LocalDate sunday = monday.plusDays(DAYS_A_WEEK - 1);
      boolean complete = !monday.isBefore(firstDay) && !sunday.isAfter(lastDay);
      rows.add(row(team, monday, complete, week.getValue()));
    }
    return rows.iterator();
  }

  /** The day of an instant, UTC. */
  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private TeamSummaryRow row(String team, LocalDate week, boolean complete, Tally tally) {
    Wilson mass = Wilson.of(tally.mass(), tally.massKnown());
    Wilson defect = Wilson.of(tally.defects(), tally.eligible());
    Wilson reply = Wilson.of(tally.replies(), tally.replyKnown());
    Wilson specific = Wilson.of(tally.specific(), tally.levelKnown());
    Wilson hollow = Wilson.of(tally.hollow(), tally.praiseKnown());
    WordCounts customised = tally.customised();
    return new TeamSummaryRow(
        team,
        week,
        complete,
        tally.senders(),
        tally.sends(),
        tally.dyads(),
        tally.massKnown(),
        tally.mass(),
        mass.rate(),
        mass.lo(),
        mass.hi(),
        customised.size(),
        customised.quantile(0.25),
        customised.quantile(0.5),
        customised.quantile(0.75),
        tally.levelKnown(),
        tally.levelShare(0),
        tally.levelShare(1),
        tally.levelShare(2),
        tally.levelShare(3),
        tally.levelShare(4),
        tally.specific(),
        specific.rate(),
        specific.lo(),
        specific.hi(),
        tally.praiseKnown(),
        tally.hollow(),
        hollow.rate(),
        hollow.lo(),
        hollow.hi(),
        tally.followUps(),
        tally.bumps(),
        Wilson.of(tally.bumps(), tally.followUps()).rate(),
        tally.afterOptOut(),
        tally.eligible(),
        tally.defects(),
        defect.rate(),
        defect.lo(),
        defect.hi(),
        tally.replyKnown(),
        tally.replies(),
        reply.rate(),
        reply.lo(),
        reply.hi(),
        tally.leftAlone(),
        tally.recipients(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }
}
