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
    double n = trials;
    double p = hits / n;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double lo = hits == 0 ? 0 : Math.max(0, centre - half);
    double hi = hits == trials ? 1 : Math.min(1, centre + half);
    return new Wilson(p, lo, hi);
  }
}
