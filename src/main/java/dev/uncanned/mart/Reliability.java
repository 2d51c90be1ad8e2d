package dev.uncanned.mart;

/**
 * How far the differences between senders in one figure would be found again in other messages.
 *
 * @param metric name of the figure
 * @param senders_n senders with enough first messages to be split
 * @param reliability correlation of the halves, stepped up by Spearman and Brown's formula to the
 *     whole number of messages: 1 wholly repeatable, 0 chance; negative values are chance too; null
 *     below 5 senders and where all are alike
 */
public record Reliability(String metric, int senders_n, Double reliability) {

  /** The name of the figure that the report compares. */
  public static final String MASS_SHARE = "mass_share";

  private static final double COMPARABLE_FROM = 0.8;

  /** Whether senders may be shown side by side in the figure. */
  public boolean isComparable() {
    return reliability != null && reliability >= COMPARABLE_FROM;
  }
}
