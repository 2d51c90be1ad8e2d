package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rate of one team week by week, with the limits of a p'-chart.
 *
 * <p>The mean is that of the weeks that are drawn and complete, counts added up, so that a point is
 * never held against weeks of another kind that the chart does not show. A week's limits are 3
 * standard deviations around it, as wide as the team's weeks usually differ ({@link Dispersion}),
 * and never narrower than the fewest and the most hits that {@link Chance} explains. Sources: W. A.
 * Shewhart, "Economic Control of Quality of Manufactured Product" (1931); D. B. Laney, "Improved
 * control charts for attributes", Quality Engineering 14(4), 2002.
 *
 * @param mean pooled share of these weeks; null if there are too few of them for limits
 * @param weeks in order, the last 53 at most
 */
record Trend(String team, Measure measure, Double mean, List<Week> weeks) {

  /** Complete weeks with a rate below which limits would describe chance only. */
  static final int LIMITS_FROM = 8;

  private static final int SHOWN_WEEKS = 53;
  private static final double SIGMAS = 3;

  Trend {
    weeks = List.copyOf(weeks);
  }

  /**
   * One week.
   *
   * @param complete whether it lies wholly inside the data
   * @param lo lower limit; null without limits
   * @param hi upper limit; null without limits
   */
  record Week(LocalDate monday, Count count, boolean complete, Double lo, Double hi) {

    /** Whether the week lies outside its limits. */
    boolean isUnusual() {
      return lo != null && (count.share() < lo || count.share() > hi);
    }

    String remark() {
      if (!complete) {
        return "incomplete, left out of the limits";
      }
      return isUnusual() ? "outside the limits" : "";
    }
  }

  /** The trend of the rows of one team; rows without a week are passed over. */
  static Trend of(String team, Measure measure, List<TeamSummaryRow> rows) {
    List<TeamSummaryRow> weeks =
        rows.stream()
            .filter(row -> row.week() != null)
            .sorted(Comparator.comparing(TeamSummaryRow::week))
            .toList();
    weeks = weeks.subList(Math.max(0, weeks.size() - SHOWN_WEEKS), weeks.size());
    List<Count> complete =
        weeks.stream()
            .filter(TeamSummaryRow::complete)
            .map(measure::of)
            .filter(Count::isShown)
            .toList();
    Count all = complete.stream().reduce(new Count(0, 0), Count::plus);
    Double mean = complete.size() < LIMITS_FROM ? null : (Double) all.share();
    double wider = mean == null ? 1 : Dispersion.of(complete, mean);
    List<Week> points = new ArrayList<>();
    for (TeamSummaryRow row : weeks) {
      Count count = measure.of(row);
      points.add(
          mean == null || !row.complete() || !count.isShown()
              ? new Week(row.week(), count, row.complete(), null, null)
              : limited(row, count, mean, wider));
    }
    return new Trend(team, measure, mean, points);
  }

  private static Week limited(TeamSummaryRow row, Count count, double mean, double wider) {
    long n = count.trials();
    double reach = wider <= 1 ? 0 : SIGMAS * wider * Dispersion.deviation(mean, n);
    double lo = Math.min(new Count(Chance.fewest(n, mean), n).share(), mean - reach);
    double hi = Math.max(new Count(Chance.most(n, mean), n).share(), mean + reach);
    return new Week(row.week(), count, true, Math.max(0, lo), Math.min(1, hi));
  }

  /** The weeks whose rate is shown. */
  Stream<Week> shown() {
    return weeks.stream().filter(week -> week.count().isShown());
  }

  boolean isEmpty() {
    return shown().findAny().isEmpty();
  }

  String title() {
    return measure.title() + ", " + team;
  }

  /** What there is to see, in words. */
  String description() {
    long unusual = weeks.stream().filter(Week::isUnusual).count();
    String limits =
        mean == null
            ? "No limits and no verdict: fewer than "
                + LIMITS_FROM
                + " complete weeks have "
                + Figures.SHOWN_FROM
                + " first messages."
            : "Mean of these weeks "
                + Figures.percent(mean)
                + "; "
                + (unusual == 0
                    ? "no complete week lies outside the limits."
                    : Figures.count(unusual, "week lies", "weeks lie") + " outside the limits.");
    return limits;
  }

  DataTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Week week : weeks) {
      rows.add(
          List.of(
              Figures.day(week.monday()),
              Figures.count(week.count().trials()),
              Figures.count(week.count().hits()),
              week.count().rate(),
              week.lo() == null ? "none" : Figures.range(week.lo(), week.hi()),
              week.remark()));
    }
    return new DataTable(
        title() + ", by week",
        List.of(
            DataTable.words("Week from"),
            DataTable.figures("n"),
            DataTable.figures(measure.hitsName()),
            DataTable.figures(measure.title()),
            DataTable.figures("Limits"),
            DataTable.words("Remark")),
        rows);
  }
}
