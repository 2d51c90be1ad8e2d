package dev.uncanned.export;

import java.io.Serializable;

/**
 * Counts of groups so that no few people show: a multiple of k or 0.
 *
 * <p>Rounding protects the other side too: how many did not answer can be told no better than by k.
 *
 * @param k people that a figure must cover
 */
record SmallCounts(int k) implements Serializable {

  /** 0 stays, 1 to k - 1 becomes null, all else is rounded down to a multiple of k. */
  Long told(Number count) {
    if (count == null || count.longValue() == 0) {
      return count == null ? null : Long.valueOf(0);
    }
    long rounded = count.longValue() / k * k;
    return rounded == 0 ? null : Long.valueOf(rounded);
  }

  /** A value over so many cases; null where they are fewer than k. */
  <T> T over(Number count, T value) {
    return count == null || count.longValue() < k ? null : value;
  }
}
