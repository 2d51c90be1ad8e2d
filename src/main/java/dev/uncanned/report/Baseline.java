package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Sets the last complete week against the up to 8 calendar weeks before it, for the same teams.
 *
 * <p>A team whose archives end earlier or begin later than those of others has no part in it, since
 * a change of who is counted would look like a change of what they do.
 */
final class Baseline {

  private static final int WEEKS = 8;
  private static final double SIGMAS = 3;
  private static final String NOTHING = "no complete week to compare";
  private static final String NOT_YET = "not known yet";

  private final List<TeamWeeks> teams;

  /**
   * @param rows those of all teams, by week
   * @param horizonDays days within which an answer counts as a reply
   */
  Baseline(Collection<TeamSummaryRow> rows, int horizonDays) {
    Map<String, List<TeamSummaryRow>> byTeam = new TreeMap<>();
    for (TeamSummaryRow row : rows) {
      if (row.week() != null) {
        byTeam.computeIfAbsent(row.team_id(), team -> new ArrayList<>()).add(row);
      }
    }
    this.teams = byTeam.values().stream().map(team -> new TeamWeeks(team, horizonDays)).toList();
  }

  /**
   * What is compared.
   *
   * @param before the weeks before the last one, the newest first
   * @param teams those of whom all these weeks are known
   */
  private record Compared(LocalDate last, List<LocalDate> before, List<TeamWeeks> teams) {

    List<TeamSummaryRow> rows(LocalDate week) {
      return teams.stream().flatMap(team -> team.row(week)).toList();
    }

    Count now(Measure measure) {
      return measure.of(rows(last));
    }

    /** The counts of the weeks before, in order. */
    List<Count> countsBefore(Measure measure) {
      return before.stream().sorted().map(week -> measure.of(rows(week))).toList();
    }

    long unanswered(LocalDate week) {
      return rows(week).stream().mapToLong(TeamSummaryRow::unanswered4_n).sum();
    }

    String weeksBefore() {
      return Figures.count(before.size(), "week", "weeks") + " before";
    }
  }

  /** The newest weeks first; none if no week is known of any team. */
  private Stream<Compared> comparisons(BiPredicate<TeamWeeks, LocalDate> known) {
    return teams.stream()
        .flatMap(team -> team.covered().filter(week -> known.test(team, week)))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(week -> compared(week, teams.stream().filter(t -> known.test(t, week)).toList()));
  }

  private static Compared compared(LocalDate last, List<TeamWeeks> known) {
    int most = known.stream().mapToInt(team -> team.before(last, WEEKS)).max().orElse(0);
    return new Compared(
        last,
        Stream.iterate(last.minusWeeks(1), week -> week.minusWeeks(1)).limit(most).toList(),
        known.stream().filter(team -> team.before(last, WEEKS) == most).toList());
  }

  /** Why there is nothing to compare that waits for answers. */
  private String notSettled() {
    return teams.stream().anyMatch(team -> team.covered().findAny().isPresent())
        ? NOT_YET
        : NOTHING;
  }

  /** The change of a rate in words; the last week is the last in which it could be measured. */
  String change(Measure measure) {
    boolean waits = measure.waitsForReplies();
    return comparisons(waits ? TeamWeeks::isSettled : TeamWeeks::covers)
        .filter(compared -> compared.now(measure).trials() > 0)
        .findFirst()
        .map(compared -> change(compared, measure))
        .orElseGet(() -> waits ? notSettled() : NOTHING);
  }

  private String change(Compared compared, Measure measure) {
    Count now = compared.now(measure);
    List<Count> before = compared.countsBefore(measure);
    Count base = before.stream().reduce(new Count(0, 0), Count::plus);
    if (!now.isShown() || !base.isShown()) {
      return head(compared) + Figures.tooFew(Math.min(now.trials(), base.trials())) + " to compare";
    }
    String verdict =
        isUsual(now, base, before)
            ? "no detectable change"
            : now.share() > base.share()
                ? "▲ higher than chance explains"
                : "▼ lower than chance explains";
    return head(compared)
        + now.rate()
        + " against "
        + base.rate()
        + " in the "
        + compared.weeksBefore()
        + ": "
        + verdict;
  }

  private String head(Compared compared) {
    int n = compared.teams().size();
    String some = n < teams.size() ? ", " + n + " of " + teams.size() + " teams" : "";
    return "Week of " + compared.last() + some + ": ";
  }

  /** Whether chance explains the change, or the weeks before differed as much. */
  private static boolean isUsual(Count now, Count base, List<Count> before) {
    if (Chance.explains(now, base)) {
      return true;
    }
    double wider = Dispersion.of(before.stream().filter(Count::isShown).toList(), base.share());
    double spread =
        Math.hypot(
            Dispersion.deviation(base.share(), now.trials()),
            Dispersion.deviation(base.share(), base.trials()));
    return wider > 1 && Math.abs(now.share() - base.share()) <= SIGMAS * wider * spread;
  }

  /** The count of the last week that is settled against the mean of the weeks before. */
  String changeOfUnanswered() {
    Compared compared = comparisons(TeamWeeks::isSettled).findFirst().orElse(null);
    if (compared == null) {
      return notSettled();
    }
    if (compared.before().isEmpty()) {
      return NOTHING;
    }
    double mean =
        compared.before().stream().mapToLong(compared::unanswered).average().orElseThrow();
    return head(compared)
        + Figures.count(compared.unanswered(compared.last()))
        + " against "
        + Figures.decimal(mean)
        + " a week in the "
        + compared.weeksBefore();
  }

  /** The last week's median against the weekly medians before; only for the rows of one team. */
  String changeOfMedian() {
    return comparisons(TeamWeeks::covers)
        .filter(compared -> row(compared, compared.last()).anyMatch(r -> r.customised_n() > 0))
        .findFirst()
        .map(this::changeOfMedian)
        .orElse(NOTHING);
  }

  private String changeOfMedian(Compared compared) {
    TeamSummaryRow now = row(compared, compared.last()).findFirst().orElseThrow();
    List<Double> medians =
        compared.before().stream()
            .flatMap(week -> row(compared, week))
            .filter(Baseline::isMedianShown)
            .map(TeamSummaryRow::customised_words_p50)
            .sorted()
            .toList();
    if (!isMedianShown(now)) {
      return head(compared) + Figures.tooFew(now.customised_n()) + " to compare";
    }
    return head(compared)
        + Figures.decimal(now.customised_words_p50())
        + "; "
        + (medians.isEmpty() ? noMedian() : weeks(compared, medians));
  }

  private static String noMedian() {
    return "no week before has " + Figures.SHOWN_FROM + " first messages with a count";
  }

  private static String weeks(Compared compared, List<Double> medians) {
    int gaps = compared.before().size() - medians.size();
    return (gaps == 0 ? "the " : Figures.count(medians.size()) + " of the ")
        + compared.weeksBefore()
        + " "
        + span(medians);
  }

  private static Stream<TeamSummaryRow> row(Compared compared, LocalDate week) {
    return compared.rows(week).stream().limit(1);
  }

  /** Lowest to highest of sorted numbers, or the one that all are. */
  static String span(List<Double> sorted) {
    String low = Figures.decimal(sorted.get(0));
    String high = Figures.decimal(sorted.get(sorted.size() - 1));
    return low.equals(high) ? low : low + " to " + high;
  }

  /** Whether there are enough messages for the median of the row to be shown. */
  static boolean isMedianShown(TeamSummaryRow row) {
    return row.customised_n() >= Figures.SHOWN_FROM && row.customised_words_p50() != null;
  }
}
