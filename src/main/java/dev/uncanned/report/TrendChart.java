package dev.uncanned.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Draws a weekly rate with its mean and limits. */
final class TrendChart {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 220;
  private static final int LEFT = 56;
  private static final int RIGHT = 440;
  private static final int TOP = 14;
  private static final int BOTTOM = 182;
  private static final int DATE_LINE = 204;
  private static final double DATE_WIDTH = 100;
  private static final double[] TOPS = {0.05, 0.1, 0.2, 0.3, 0.5, 1};
  private static final int STEPS = 2;

  private final Trend trend;
  private final List<Trend.Week> weeks;
  private final double top;
  private final Svg svg;

  private TrendChart(Trend trend, String id) {
    this.trend = trend;
    this.weeks = trend.weeks();
    this.top = top(trend);
    this.svg = new Svg(id, "chart", WIDTH, HEIGHT, trend.title(), trend.description());
  }

  /** The picture of a trend with at least one week to show. */
  static Html draw(Trend trend, String id) {
    TrendChart chart = new TrendChart(trend, id);
    chart.axes();
    chart.limits();
    chart.line();
    chart.points();
    return chart.svg.html();
  }

  private static double top(Trend trend) {
    double highest = trend.shown().mapToDouble(week -> week.count().share()).max().orElse(1);
    if (trend.mean() != null) {
      highest = Math.max(highest, trend.mean());
      highest = Math.max(highest, highestLimit(trend));
    }
    for (double top : TOPS) {
      if (highest <= top) {
        return top;
      }
    }
    return 1;
  }

  private static double highestLimit(Trend trend) {
    return trend.weeks().stream()
        .filter(week -> week.hi() != null)
        .mapToDouble(Trend.Week::hi)
        .max()
        .orElse(0);
  }

  private void axes() {
    for (int i = 0; i <= STEPS; i++) {
      double share = top * i / STEPS;
      svg.line("grid", LEFT, y(share), RIGHT, y(share));
      svg.text("tick", LEFT - 8, y(share) + 4, "end", Figures.percent(share));
    }
    dates();
  }

  /** The first and the last week, and one between them where its date does not touch theirs. */
  private void dates() {
    int last = weeks.size() - 1;
    date(0);
    if (last > 0) {
      date(last);
    }
    double middle = x(weeks.get(last / 2).monday());
    double first = x(weeks.get(0).monday());
    if (middle - first >= DATE_WIDTH && x(weeks.get(last).monday()) - middle >= DATE_WIDTH) {
      date(last / 2);
    }
  }

  private void date(int week) {
    double x = x(weeks.get(week).monday());
    svg.line("grid", x, BOTTOM, x, BOTTOM + 5);
    svg.text("tick", x, DATE_LINE, "middle", Figures.day(weeks.get(week).monday()));
  }

  private void limits() {
    if (trend.mean() == null) {
      return;
    }
    double half = weeks.size() < 2 ? 20 : 3.5 * (RIGHT - LEFT - 20) / days();
    Svg.Path low = new Svg.Path();
    Svg.Path high = new Svg.Path();
    for (Trend.Week week : weeks) {
      if (week.lo() != null) {
        double x1 = Math.max(LEFT, x(week.monday()) - half);
        double x2 = Math.min(RIGHT, x(week.monday()) + half);
        svg.rectangle("band", x1, y(week.hi()), x2 - x1, y(week.lo()) - y(week.hi()));
        low.move(x1, y(week.lo()));
        low.to(x2, y(week.lo()));
        high.move(x1, y(week.hi()));
        high.to(x2, y(week.hi()));
      }
    }
    svg.path("limit", low);
    svg.path("limit", high);
    svg.line("mean", LEFT, y(trend.mean()), RIGHT, y(trend.mean()));
  }

  private void line() {
    Svg.Path path = new Svg.Path();
    LocalDate before = null;
    for (Trend.Week week : weeks) {
      if (!week.complete() || !week.count().isShown()) {
        before = null;
        continue;
      }
      if (before == null || !before.plusWeeks(1).equals(week.monday())) {
        path.move(x(week.monday()), y(week.count().share()));
      } else {
        path.to(x(week.monday()), y(week.count().share()));
      }
      before = week.monday();
    }
    svg.path("trend", path);
  }

  private void points() {
    for (Trend.Week week : weeks) {
      double x = x(week.monday());
      if (!week.count().isShown()) {
        svg.line("missing", x, BOTTOM - 5, x, BOTTOM);
      } else if (!week.complete()) {
        svg.circle("hollow", x, y(week.count().share()), 4.5);
      } else if (week.isUnusual()) {
        svg.diamond("unusual", x, y(week.count().share()), 7);
      } else {
        svg.circle("point", x, y(week.count().share()), 3.5);
      }
    }
  }

  private long days() {
    return Math.max(
        1, ChronoUnit.DAYS.between(weeks.get(0).monday(), weeks.get(weeks.size() - 1).monday()));
  }

  private double x(LocalDate monday) {
    double inner = RIGHT - LEFT - 20.0;
    double share =
        weeks.size() < 2
            ? 0.5
            : (double) ChronoUnit.DAYS.between(weeks.get(0).monday(), monday) / days();
    return LEFT + 10 + inner * share;
  }

  private double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, share / top);
  }
}
