package dev.uncanned.report;

/**
 * Tells what chance explains of a count, by exact tails.
 *
 * <p>Limits of 3 standard deviations hold where many hits are expected. Where a mail in a hundred
 * has a defect they are passed by chance far more often, and around a mean of 0 they have no width,
 * so that a first defect would look like a change. The tails here are as large as those beyond 3
 * standard deviations of a normal distribution, or smaller, since counts are whole.
 *
 * <p>Sources: R. A. Fisher, "The Logic of Inductive Inference", Journal of the Royal Statistical
 * Society 98 (1935), for two shares, given the hits of both; the binomial distribution for a count
 * and a known share.
 */
final class Chance {

  private static final double TAIL = 0.00135;

  private Chance() {}

  /** Whether chance explains that two shares differ as they do; both have trials. */
  static boolean explains(Count now, Count base) {
    return now.share() >= base.share()
        ? atLeast(now, base) >= TAIL
        : atLeast(misses(now), misses(base)) >= TAIL;
  }

  private static Count misses(Count count) {
    return new Count(count.trials() - count.hits(), count.trials());
  }

  /** How likely it is that no fewer of the hits of both fall to the trials of the one. */
  private static double atLeast(Count one, Count other) {
    long hits = one.hits() + other.hits();
    long spare = other.trials() - hits;
    double above = 1;
    double weight = 1;
    for (long k = one.hits(); k < Math.min(one.trials(), hits); k++) {
      weight *= ratio(one.trials() - k, hits - k, k + 1, spare + k + 1);
      above += weight;
    }
    double below = 0;
    weight = 1;
    for (long k = one.hits(); k > Math.max(0, -spare); k--) {
      weight *= ratio(k, spare + k, one.trials() - k + 1, hits - k + 1);
      below += weight;
    }
    return above / (above + below);
  }

  private static double ratio(long a, long b, long c, long d) {
    return (double) a / c * ((double) b / d);
  }

  /** The fewest hits among n that chance explains where a share of all are hits. */
  static long fewest(long n, double share) {
    if (share <= 0 || share >= 1) {
      return share <= 0 ? 0 : n;
    }
    double odds = Math.log(share / (1 - share));
    double logMass = n * Math.log1p(-share);
    double below = 0;
    for (long k = 0; k < n; k++) {
      below += Math.exp(logMass);
      if (below >= TAIL) {
        return k;
      }
      logMass += Math.log((double) (n - k) / (k + 1)) + odds;
    }
    return n;
  }

  /** The most hits among n that chance explains where a share of all are hits. */
  static long most(long n, double share) {
    return n - fewest(n, 1 - share);
  }
}
