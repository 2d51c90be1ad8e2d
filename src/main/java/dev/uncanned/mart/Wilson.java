package dev.uncanned.mart;

/**
 * A rate with its Wilson score interval at 95 %.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927), without continuity correction.
 *
 * @param rate hits / trials; null without trials
 * @param lo lower end, 0 to 1; null without trials
 * @param hi upper end, 0 to 1; null without trials
 */
public record Wilson(Double rate, Double lo, Double hi) {

  private static final double Z = 1.959963984540054;

  /**
   * The rate of {@code hits} among {@code trials}.
   *
   * @throws IllegalArgumentException unless 0 &lt;= hits &lt;= trials
   */
  public static Wilson of(long hits, long trials) {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " hits in " + trials + " trials");
    }
    if (trials == 0) {
      return new Wilson(null, null, null);
    }
    return ofRate((double) hits / trials, trials);
  }

  /**
   * A rate whose hits need not be a whole number, such as a mean over several judges.
   *
   * @param rate 0 to 1
   * @param trials at least 1
   * @throws IllegalArgumentException unless they are within these limits
   */
  public static Wilson ofRate(double rate, long trials) {
    if (!(rate >= 0 && rate <= 1) || trials < 1) {
      throw new IllegalArgumentException("a rate of " + rate + " in " + trials + " trials");
    }
    double n = trials;
    double z2 = Z * Z;
    double centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(rate * (1 - rate) / n + z2 / (4 * n * n));
    double lo = rate == 0 ? 0 : Math.max(0, centre - half);
    double hi = rate == 1 ? 1 : Math.min(1, centre + half);
    return new Wilson(rate, lo, hi);
  }
}
