package dev.uncanned.report;

import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sets the last complete week against the up to 8 complete weeks before it. */
final class Baseline {

  private static final int WEEKS = 8;
  private static final double SIGMAS = 3;

  private final NavigableMap<LocalDate, List<TeamSummaryRow>> weeks = new TreeMap<>();

  /** The weeks of the given rows; a week counts if it is complete for every team in it. */
  Baseline(Collection<TeamSummaryRow> rows) {
    Map<LocalDate, List<TeamSummaryRow>> all = new TreeMap<>();
    for (TeamSummaryRow row : rows) {
      if (row.week() != null) {
        all.merge(row.week(), List.of(row), Baseline::joined);
      }
    }
    all.forEach(
        (week, ofWeek) -> {
          if (ofWeek.stream().allMatch(TeamSummaryRow::complete)) {
            weeks.put(week, ofWeek);
          }
        });
  }

  private static List<TeamSummaryRow> joined(List<TeamSummaryRow> a, List<TeamSummaryRow> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** The change of a rate in words; the last week is the last in which it could be measured. */
  String change(Measure measure) {
    LocalDate last =
        weeks.descendingKeySet().stream()
            .filter(week -> measure.of(weeks.get(week)).trials() > 0)
            .findFirst()
            .orElse(null);
    if (last == null) {
      return "no complete week to compare";
    }
    Count now = measure.of(weeks.get(last));
    List<LocalDate> before = before(last);
    Count base =
        before.stream()
            .map(week -> measure.of(weeks.get(week)))
            .reduce(new Count(0, 0), Count::plus);
    String head = "Week of " + last + ": ";
    if (!now.isShown() || !base.isShown()) {
      return head + Figures.tooFew(Math.min(now.trials(), base.trials())) + " to compare";
    }
    String verdict =
        isUsual(now, base, before, measure)
            ? "no detectable change"
            : now.share() > base.share()
                ? "▲ higher than chance explains"
                : "▼ lower than chance explains";
    return head + now.rate() + " against " + base.rate() + ofWeeks(before) + ": " + verdict;
  }

  /** Whether chance explains the change, or the weeks before differed as much. */
  private boolean isUsual(Count now, Count base, List<LocalDate> before, Measure measure) {
    if (Chance.explains(now, base)) {
      return true;
    }
    List<Count> shown =
        before.stream()
            .sorted()
            .map(week -> measure.of(weeks.get(week)))
            .filter(Count::isShown)
            .toList();
    double wider = Dispersion.of(shown, base.share());
    double spread =
        Math.hypot(
            Dispersion.deviation(base.share(), now.trials()),
            Dispersion.deviation(base.share(), base.trials()));
    return wider > 1 && Math.abs(now.share() - base.share()) <= SIGMAS * wider * spread;
  }

  /** The last week's count against the mean of the weeks before. */
  String changeOfUnanswered() {
    if (weeks.size() < 2) {
      return "no complete week to compare";
    }
    LocalDate last = weeks.lastKey();
    List<LocalDate> before = before(last);
    double mean = before.stream().mapToLong(this::unanswered).average().orElse(0);
    return "Week of "
        + last
        + ": "
        + Figures.count(unanswered(last))
        + " against "
        + Figures.decimal(mean)
        + " a week"
        + ofWeeks(before);
  }

  /** The last week's median against the weekly medians before; only for the rows of one team. */
  String changeOfMedian() {
    List<LocalDate> measured =
        weeks.keySet().stream().filter(week -> row(week).customised_n() > 0).toList();
    if (measured.size() < 2) {
      return "no complete week to compare";
    }
    LocalDate last = measured.get(measured.size() - 1);
    List<TeamSummaryRow> before =
        before(last).stream().map(this::row).filter(row -> isMedianShown(row)).toList();
    TeamSummaryRow now = row(last);
    if (!isMedianShown(now) || before.isEmpty()) {
      return "Week of " + last + ": " + Figures.tooFew(now.customised_n()) + " to compare";
    }
    Comparator<Double> order = Comparator.naturalOrder();
    List<Double> medians =
        before.stream().map(TeamSummaryRow::customised_words_p50).sorted(order).toList();
    return "Week of "
        + last
        + ": "
        + Figures.decimal(now.customised_words_p50())
        + "; the "
        + Figures.count(medians.size(), "week", "weeks")
        + " before "
        + span(medians);
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

  private TeamSummaryRow row(LocalDate week) {
    return weeks.get(week).get(0);
  }

  private long unanswered(LocalDate week) {
    return weeks.get(week).stream().mapToLong(TeamSummaryRow::unanswered4_n).sum();
  }

  private List<LocalDate> before(LocalDate last) {
    return weeks.headMap(last, false).descendingKeySet().stream().limit(WEEKS).toList();
  }

  private static String ofWeeks(List<LocalDate> before) {
    return " in the " + Figures.count(before.size(), "week", "weeks") + " before";
  }
}
