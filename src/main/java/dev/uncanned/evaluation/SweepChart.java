package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.owasp.encoder.Encode;

/** Draws how figures change along one parameter of a sweep, as SVG. */
final class SweepChart {

  private static final int WIDTH = 460;
  private static final int HEIGHT = 250;
  private static final int LEFT = 48;
  private static final int RIGHT = 16;
  private static final int TOP = 14;
  private static final int BOTTOM = 40;
  private static final int STEPS = 4;
  private static final double GRAIN = 20;

  /** Told apart by shape too, for those who do not see the colours. */
  private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73");

  private static final List<String> DASHES = List.of("none", "7 4", "2 4");

  /** A line of the chart. */
  record Line(String name, Function<SweepScore, Double> value) {}

  private final SweepAxis axis;
  private final List<SweepScore> points;
  private final List<Line> lines;
  private final double floor;

  /**
   * A chart.
   *
   * @param points by the value of the parameter
   * @param lines of values 0 to 1, at most three
   */
  SweepChart(SweepAxis axis, List<SweepScore> points, List<Line> lines) {
    this.axis = axis;
    this.points = points;
    this.lines = lines;
    this.floor = floor(points, lines);
  }

  static List<Line> lines(boolean judged) {
    if (judged) {
      return List.of(
          new Line("mass sends, F1", SweepScore::mass_f1),
          new Line("campaigns, B³ F1", SweepScore::campaign_bcubed_f1),
          new Line("templates, B³ F1", SweepScore::template_bcubed_f1));
    }
    return List.of(
        new Line("mass sends / deliveries", SweepScore::mass_share),
        new Line("templates / messages", point -> share(point.templates_n(), point)),
        new Line("campaigns / messages", point -> share(point.campaigns_n(), point)));
  }

  private static Double share(long part, SweepScore point) {
    return Agreement.ratio(part, point.messages_n());
  }

  /** The next lower twentieth below all values, so that small differences show. */
  private static double floor(List<SweepScore> points, List<Line> lines) {
    double least = 1;
    for (SweepScore point : points) {
      for (Line line : lines) {
        Double value = line.value().apply(point);
        least = value == null ? least : Math.min(least, value);
      }
    }
    double floor = Math.floor(least * GRAIN) / GRAIN;
    return floor == 1 ? 1 - 1 / GRAIN : floor;
  }

  String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-size=\"12\" fill=\"currentColor\"><title>%s</title>%n",
            WIDTH,
            HEIGHT + 20 * lines.size(),
            WIDTH,
            HEIGHT + 20 * lines.size(),
            Encode.forHtml("Figures by " + axis.title())));
    grid(out);
    for (int i = 0; i < lines.size(); i++) {
      draw(i, out);
    }
    return out.append("</svg>\n").toString();
  }

  private void grid(StringBuilder out) {
    for (int i = 0; i <= STEPS; i++) {
      double value = floor + (1 - floor) * i / STEPS;
      out.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\""
                  + " stroke-opacity=\".2\"/><text x=\"%d\" y=\"%.1f\""
                  + " text-anchor=\"end\">%.3f</text>%n",
              LEFT,
              WIDTH - RIGHT,
              y(value),
              y(value),
              LEFT - 6,
              y(value) + 4,
              value));
    }
    for (SweepScore point : points) {
      text(x(point), HEIGHT - BOTTOM + 18, "middle", SweepAxis.shown(axis.of(point)), out);
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", axis.title(), out);
  }

  private void draw(int number, StringBuilder out) {
    Line line = lines.get(number);
    List<String> places = new ArrayList<>();
    StringBuilder dots = new StringBuilder();
    for (SweepScore point : points) {
      Double value = line.value().apply(point);
      if (value != null) {
        places.add(String.format(Locale.ROOT, "%.1f,%.1f", x(point), y(value)));
        dots.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s %.4f</title>"
                    + "</circle>",
                x(point),
                y(value),
                COLOURS.get(number),
                Encode.forHtml(line.name()),
                value));
      }
    }
    String look =
        String.format(
            Locale.ROOT,
            "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"",
            COLOURS.get(number),
            DASHES.get(number));
    out.append("<polyline points=\"").append(String.join(" ", places)).append("\" ").append(look);
    out.append("/>").append(dots).append('\n');
    int below = HEIGHT + 14 + 20 * number;
    out.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%d,%d %d,%d\" %s/>",
            LEFT,
            below - 4,
            LEFT + 30,
            below - 4,
            look));
    text(LEFT + 38, below, "start", line.name(), out);
  }

  private static void text(double x, double y, String anchor, String words, StringBuilder out) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            Encode.forHtml(words)));
  }

  /** Values stand at equal distances: they are few and need not be a scale. */
  private double x(SweepScore point) {
    double room = WIDTH - LEFT - RIGHT - 40;
    return LEFT + 20 + room * points.indexOf(point) / Math.max(1, points.size() - 1);
  }

  private double y(double value) {
    double room = HEIGHT - TOP - BOTTOM;
    return TOP + room * (1 - value) / (1 - floor);
  }
}
