package dev.uncanned.mart;

/**
 * How much the true rates of several senders differ, told from what was counted of each: empirical
 * Bayes with a beta-binomial model.
 *
 * <p>Fitted by moments: J. C. Kleinman, "Proportions with extraneous variance", JASA 68 (1973),
 * with the number of trials as weights. Where the counts differ no more than chance makes them
 * differ, the strength is infinite and every rate shrinks to the mean: "no detectable difference".
 *
 * @param mean rate over all trials, 0 to 1
 * @param strength trials that the mean is worth; infinite without a difference beyond chance
 */
record BetaPrior(double mean, double strength) {

  /**
   * The prior of some groups.
   *
   * @param hits of each group
   * @param trials of each group, at least as many as its hits; groups without any say nothing
   * @return null without a trial
   */
  static BetaPrior of(long[] hits, long[] trials) {
    double all = 0;
    double allHits = 0;
    double squares = 0;
    int groups = 0;
    for (int i = 0; i < hits.length; i++) {
      all += trials[i];
      allHits += hits[i];
      squares += (double) trials[i] * trials[i];
      groups += trials[i] > 0 ? 1 : 0;
    }
    if (all == 0) {
      return null;
    }
    double mean = allHits / all;
    double variance = mean * (1 - mean);
    double spread = 0;
    for (int i = 0; i < hits.length; i++) {
      if (trials[i] > 0) {
        double off = (double) hits[i] / trials[i] - mean;
        spread += trials[i] * off * off;
      }
    }
    double room = all - squares / all - (groups - 1);
    double correlation = variance == 0 || room <= 0 ? 0 : (spread / variance - (groups - 1)) / room;
    if (correlation <= 0) {
      return new BetaPrior(mean, Double.POSITIVE_INFINITY);
    }
    return new BetaPrior(mean, Math.max(0, 1 / correlation - 1));
  }

  /** The rate of one group, shrunk towards the mean the more the fewer trials it has. */
  double shrunk(long hits, long trials) {
    if (Double.isInfinite(strength)) {
      return mean;
    }
    return (hits + strength * mean) / (trials + strength);
  }
}
