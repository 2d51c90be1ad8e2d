package dev.uncanned.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Tells how much the order of senders by personal score hangs on the weights, which are a
 * convention: each weight is made half as large and half as large again, one at a time.
 *
 * <p>Two orders are compared by Spearman's rank correlation (C. Spearman, American Journal of
 * Psychology 15, 1904), equal means having the mean of their ranks.
 */
public final class WeightSweep implements Serializable {

  /** Messages with a score below which a sender is left out. */
  public static final int MIN_MESSAGES = 30;

  /** Senders below which there is no order to speak of. */
  public static final int MIN_SENDERS = 5;

  private static final long serialVersionUID = 1L;
  private static final double MILLION = 1e6;
  private static final double[] CHANGES = {0.5, 1.5};

  private final List<double[]> weights = new ArrayList<>();

  public WeightSweep() {
    weights.add(PersonalLevel.AS_PUBLISHED);
    for (int level = 1; level < PersonalLevel.AS_PUBLISHED.length; level++) {
      for (double change : CHANGES) {
        double[] factors = PersonalLevel.AS_PUBLISHED.clone();
        factors[level] = change;
        weights.add(factors);
      }
    }
  }

  /** The scores of one sender under each set of weights; no row with too few messages. */
  public Iterator<SweptScores> scores(String sender, Iterator<SweptMessage> messages) {
    long n = 0;
    long[] sums = new long[weights.size()];
    while (messages.hasNext()) {
      SweptMessage message = messages.next();
      n++;
      boolean wrongPerson = message.personal_score() == 0;
      for (int set = 0; set < sums.length && !wrongPerson; set++) {
        float score = PersonalLevel.score(message.evidence(), weights.get(set));
        sums[set] += Math.round(MILLION * score);
      }
    }
    if (n < MIN_MESSAGES) {
      return List.<SweptScores>of().iterator();
    }
    return List.of(new SweptScores(sender, n, Arrays.stream(sums).boxed().toList())).iterator();
  }

  /**
   * The least correlation of the order under other weights with that under the published ones, -1
   * to 1; null below 5 senders and where all are alike.
   */
  public Double leastCorrelation(List<SweptScores> senders) {
    if (senders.size() < MIN_SENDERS) {
      return null;
    }
    double[] published = ranks(senders, 0);
    Double least = null;
    for (int set = 1; set < weights.size(); set++) {
      Double correlation = Correlation.of(published, ranks(senders, set));
      if (correlation != null && (least == null || correlation < least)) {
        least = correlation;
      }
    }
    return least;
  }

  private static double[] ranks(List<SweptScores> senders, int set) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < senders.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> senders.get(i).mean(set)));
    double[] ranks = new double[order.size()];
    int from = 0;
    while (from < ranks.length) {
      int to = from;
      double mean = senders.get(order.get(from)).mean(set);
      while (to < ranks.length && senders.get(order.get(to)).mean(set) == mean) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
