package dev.uncanned.score;

import java.util.List;

/**
 * The mean personal score of one sender under several sets of weights.
 *
 * @param messages_n messages with a score
 * @param sums for each set, as numbered by {@link WeightSweep}, the sum of the scores in millionths
 */
public record SweptScores(String sender_id, long messages_n, List<Long> sums) {

  public static final String SENDER_ID = "sender_id";

  public SweptScores {
    sums = List.copyOf(sums);
  }

  double mean(int weights) {
    return (double) sums.get(weights) / messages_n;
  }
}
