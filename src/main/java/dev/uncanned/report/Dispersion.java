package dev.uncanned.report;

import java.util.List;

/**
 * How much more the weeks of a team differ than messages sent one by one would.
 *
 * <p>Mails go out in batches of one text, so that a week is nearly all mass sends or nearly none.
 * Limits that take each message for a draw of its own are then far too narrow. The weeks' shares as
 * standard scores tell by how much: their standard deviation, from the changes between neighbours,
 * is near 1 where chance explains them.
 *
 * <p>Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14(4),
 * 2002: sigma of z, as mean moving range / 1.128.
 */
final class Dispersion {

  /** Mean range of two draws from a normal distribution, in standard deviations. */
  private static final double RANGE_OF_TWO = 1.128;

  private Dispersion() {}

  /**
   * By what factor limits of pure chance must be widened, at least 1; chance alone where fewer than
   * two weeks can be compared.
   *
   * @param weeks in order, each with trials
   * @param mean pooled share of all
   */
  static double of(List<Count> weeks, double mean) {
    if (weeks.size() < 2 || mean <= 0 || mean >= 1) {
      return 1;
    }
    double ranges = 0;
    for (int i = 1; i < weeks.size(); i++) {
      ranges += Math.abs(score(weeks.get(i), mean) - score(weeks.get(i - 1), mean));
    }
    return Math.max(1, ranges / (weeks.size() - 1) / RANGE_OF_TWO);
  }

  private static double score(Count week, double mean) {
    return (week.share() - mean) / deviation(mean, week.trials());
  }

  /** Standard deviation of a share of n draws. */
  static double deviation(double mean, long n) {
    return Math.sqrt(mean * (1 - mean) / n);
  }
}
