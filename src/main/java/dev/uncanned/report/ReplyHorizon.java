package dev.uncanned.report;

import dev.uncanned.mart.RunMetricRow;
import java.util.List;

/** Within how many days an answer counted as a reply in a run. */
public final class ReplyHorizon {

  /** Its name among the metrics of a run. */
  static final String NAME = "score.reply_horizon_days";

  private ReplyHorizon() {}

  /** The days, as the run itself tells. */
  public static int days(List<RunMetricRow> metrics) {
    return (int) RunMetricRow.parameter(metrics, NAME);
  }

  /** The days in words. */
  static String words(int days) {
    return Figures.count(days, "day", "days");
  }
}
