package dev.uncanned.export;

/**
 * How strictly is exported.
 *
 * @param k people that whatever is told must cover, at least 2
 * @param jitter_days most days by which days are shifted, at least 0
 */
public record ExportConfig(int k, int jitter_days) {

  public static final int LEAST_K = 2;

  /** Ten years; more would leave the calendar. */
  public static final int MOST_JITTER = 3660;

  public ExportConfig {
    if (k < LEAST_K) {
      throw new IllegalArgumentException("k is " + k + "; give a number of 2 and more");
    }
    if (jitter_days < 0 || jitter_days > MOST_JITTER) {
      throw new IllegalArgumentException(
          "jitter is " + jitter_days + " days; give a number from 0 to " + MOST_JITTER);
    }
  }
}
