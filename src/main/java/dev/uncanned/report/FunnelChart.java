package dev.uncanned.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.DoubleStream;

/** Draws the senders' mass shares over their first messages, with the funnel of chance. */
final class FunnelChart {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 340;
  private static final int LEFT = 56;
  private static final int RIGHT = 466;
  private static final int TOP = 16;
  private static final int BOTTOM = 284;
  private static final int CURVE_POINTS = 60;
  private static final double ROOM = 0.08;
  private static final double FINE = 0.1;
  private static final double COARSE = 0.2;
  private static final double FINE_UP_TO = 0.55;
  private static final int TICKS = 4;
  private static final int LABELLED = 25;
  private static final int LABEL_CHARS = 20;
  private static final double CHAR_WIDTH = 8.6;
  private static final double LABEL_HEIGHT = 18;

  private final Funnel funnel;
  private final double least;
  private final double most;
  private final double lowest;
  private final double highest;
  private final Svg svg;
  private final List<Box> taken = new ArrayList<>();

  private record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private FunnelChart(Funnel funnel, String id) {
    this.funnel = funnel;
    LongSummaryStatistics n =
        funnel.senders().stream().mapToLong(s -> s.count().trials()).summaryStatistics();
    double room = Math.max(1, ROOM * n.getMax());
    this.least = Math.max(1, Math.floor(n.getMin() - room));
    this.most = Math.ceil(n.getMax() + room);
    DoubleSummaryStatistics shares = shares();
    this.lowest = Math.min(1 - FINE, Math.max(0, Math.floor(shares.getMin() / FINE) * FINE));
    this.highest = Math.min(1, Math.max(lowest + FINE, Math.ceil(shares.getMax() / FINE) * FINE));
    this.svg =
        new Svg(
            id,
            "chart wide",
            WIDTH,
            HEIGHT,
            "Mass share of senders over their first messages",
            funnel.description());
  }

  /** The shares of the senders and the outer limits at both ends of the picture. */
  private DoubleSummaryStatistics shares() {
    Funnel.Limits wide = funnel.limits((long) least);
    Funnel.Limits narrow = funnel.limits((long) most);
    return DoubleStream.concat(
            DoubleStream.of(wide.lo998(), wide.hi998(), narrow.lo998(), narrow.hi998()),
            funnel.senders().stream().mapToDouble(sender -> sender.count().share()))
        .summaryStatistics();
  }

  static Html draw(Funnel funnel, String id) {
    FunnelChart chart = new FunnelChart(funnel, id);
    chart.axes();
    chart.curves();
    chart.points();
    chart.labels();
    return chart.svg.html();
  }

  private void axes() {
    double shareStep = highest - lowest > FINE_UP_TO ? COARSE : FINE;
    for (int i = 0; lowest + i * shareStep <= highest + FINE / 2; i++) {
      double share = lowest + i * shareStep;
      svg.line("grid", LEFT, y(share), RIGHT, y(share));
      svg.text("tick", LEFT - 8, y(share) + 4, "end", Figures.percent(share));
    }
    long step = step();
    for (long n = (long) Math.ceil(least / step) * step; n <= most; n += step) {
      svg.line("grid", x(n), BOTTOM, x(n), BOTTOM + 5);
      svg.text("tick", x(n), BOTTOM + 24, "middle", Figures.count(n));
    }
    svg.text("tick", (LEFT + RIGHT) / 2.0, HEIGHT - 10, "middle", "first messages (n)");
  }

  /** Distance of ticks: 1, 2 or 5 times a power of ten. */
  private long step() {
    long power = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if ((most - least) / (factor * power) <= TICKS) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private void curves() {
    Svg.Path[] paths = {new Svg.Path(), new Svg.Path(), new Svg.Path(), new Svg.Path()};
    Funnel.Limits last = null;
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double part = (double) i / CURVE_POINTS;
      long n = Math.max(1, Math.round(least + (most - least) * part * part));
      last = funnel.limits(n);
      paths[0].to(x(n), y(last.lo998()));
      paths[1].to(x(n), y(last.lo95()));
      paths[2].to(x(n), y(last.hi95()));
      paths[3].to(x(n), y(last.hi998()));
    }
    svg.path("outer", paths[0]);
    svg.path("limit", paths[1]);
    svg.path("limit", paths[2]);
    svg.path("outer", paths[3]);
    svg.line("mean", LEFT, y(funnel.pooled()), RIGHT, y(funnel.pooled()));
  }

  private void points() {
    for (Funnel.Sender sender : funnel.senders()) {
      double x = x(sender.count().trials());
      double y = y(sender.count().share());
      taken.add(new Box(x - 6, y - 6, x + 6, y + 6));
      if (funnel.place(sender.count()) == Funnel.Place.INSIDE) {
        svg.circle("point", x, y, 5);
      } else {
        svg.diamond("unusual", x, y, 7);
      }
    }
  }

  /** Names those outside first; a name that would cover another one stands in the table only. */
  private void labels() {
    Comparator<Funnel.Sender> outsideFirst =
        Comparator.comparing(s -> funnel.place(s.count()) == Funnel.Place.INSIDE);
    funnel.senders().stream()
        .sorted(outsideFirst.thenComparing(Funnel.Sender::name))
        .limit(LABELLED)
        .forEach(this::label);
  }

  private void label(Funnel.Sender sender) {
    String name = shortened(sender.name());
    double width = name.codePointCount(0, name.length()) * CHAR_WIDTH;
    double x = x(sender.count().trials());
    double y = y(sender.count().share());
    double[][] places = {
      {x + 10, y + 4.5}, {x - 10 - width, y + 4.5}, {x - width / 2, y - 12}, {x - width / 2, y + 21}
    };
    for (double[] place : places) {
      double left = place[0];
      Box box = new Box(left, place[1] - LABEL_HEIGHT + 3, left + width, place[1] + 3);
      boolean inside =
          box.left() > LEFT && box.right() < WIDTH && box.top() > 0 && box.bottom() < BOTTOM;
      if (inside && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        boolean before = left < x - width / 2 - 1;
        boolean centred = !before && left < x;
        svg.text(
            "value",
            before ? x - 10 : centred ? x : left,
            place[1],
            before ? "end" : centred ? "middle" : "start",
            name);
        return;
      }
    }
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LABEL_CHARS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LABEL_CHARS - 1)) + "…";
  }

  private double x(double n) {
    return LEFT + (RIGHT - LEFT) * (n - least) / (most - least);
  }

  private double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * (share - lowest) / (highest - lowest);
  }
}
