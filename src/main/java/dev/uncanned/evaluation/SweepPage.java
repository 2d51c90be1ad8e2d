package dev.uncanned.evaluation;

import dev.uncanned.pipeline.SweepSetting;
import java.util.List;

/** Writes a sweep as one HTML page with charts that loads nothing and runs nothing. */
public final class SweepPage {

  private SweepPage() {}

  /**
   * The page: a chart for each parameter with several values, and all points.
   *
   * @param scores the points, at least one
   * @param configured the values in force; the charts go through that point, or through the one
   *     whose parameters lie nearest to it
   */
  public static String of(List<SweepScore> scores, SweepSetting configured) {
    StringBuilder out = new StringBuilder(EvaluationPage.head().replace("evaluation", "sweep"));
    boolean judged = SweepTable.judged(scores);
    SweepScore through = nearest(scores, configured);
    out.append("<h1>What other parameters would find</h1>\n<p>");
    out.append(
        judged
            ? "Each figure is 1 where everything agrees with the labels."
            : "No labels were given: the figures say what changes, not what is right.");
    out.append(" The scale of a chart begins where its values begin. In each chart the other");
    out.append(" parameters are: ");
    for (SweepAxis axis : SweepAxis.values()) {
      out.append(axis == SweepAxis.THRESHOLD ? "" : ", ");
      out.append(axis.title()).append(' ').append(SweepAxis.shown(axis.of(through)));
    }
    out.append(".</p>\n");
    for (SweepAxis axis : SweepAxis.values()) {
      if (axis.values(scores).length > 1) {
        out.append("<h2>By ").append(axis.title()).append("</h2>\n<div>");
        List<SweepScore> points = axis.through(through, scores);
        out.append(new SweepChart(axis, points, SweepChart.lines(judged)).svg());
        out.append("</div>\n");
      }
    }
    EvaluationPage.write(SweepTable.table(scores), out);
    return out.append("</body>\n</html>\n").toString();
  }

  private static SweepScore nearest(List<SweepScore> scores, SweepSetting configured) {
    List<Double> wanted =
        List.of(
            configured.threshold(),
            (double) configured.shingle_words(),
            (double) configured.bands(),
            (double) configured.phrase_words(),
            (double) configured.recipients());
    SweepScore nearest = scores.get(0);
    double least = Double.MAX_VALUE;
    for (SweepScore score : scores) {
      double distance = 0;
      for (SweepAxis axis : SweepAxis.values()) {
        double want = wanted.get(axis.ordinal());
        distance += Math.abs(axis.of(score) - want) / want;
      }
      if (distance < least) {
        least = distance;
        nearest = score;
      }
    }
    return nearest;
  }
}
