package dev.uncanned.pipeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was sent on one day, and how unusual that is.
 *
 * <p>Median and median absolute deviation: F. R. Hampel, "The influence curve and its role in
 * robust estimation", Journal of the American Statistical Association 69 (1974).
 *
 * @param senders_n different senders
 * @param templates_n different templates
 */
public record DayFigures(LocalDate day, long messages_n, long senders_n, long templates_n) {

  /** Days before that a day is compared with. */
  static final int DAYS = 28;

  static final String DAY = "day";
  static final String MESSAGES_N = "messages_n";
  static final String SENDERS_N = "senders_n";
  static final String TEMPLATES_N = "templates_n";

  /**
   * How far a day is from the median of the 28 days before it, in median absolute deviations, of
   * which there is at least one whole message.
   *
   * @param days the days with messages, in any order; other days have none
   */
  static double deviation(List<DayFigures> days, LocalDate day, ToLongFunction<DayFigures> figure) {
    long[] before = new long[DAYS];
    long today = 0;
    for (DayFigures one : days) {
      int ago = Math.toIntExact(day.toEpochDay() - one.day().toEpochDay());
      if (ago == 0) {
        today = figure.applyAsLong(one);
      } else if (ago > 0 && ago <= DAYS) {
        before[ago - 1] = figure.applyAsLong(one);
      }
    }
    double median = median(Arrays.stream(before).asDoubleStream().toArray());
    double deviation =
        median(Arrays.stream(before).mapToDouble(n -> Math.abs(n - median)).toArray());
    return Math.abs(today - median) / Math.max(1, deviation);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return (values[half - 1] + values[half]) / 2;
  }
}
