package dev.uncanned.mart;

/**
 * One figure of one sender, told from each of two halves of the sender's first messages.
 *
 * @param metric name of the figure
 * @param left from the one half
 * @param right from the other
 */
public record HalfRates(String metric, String sender_id, double left, double right) {

  static final String METRIC = "metric";
}
