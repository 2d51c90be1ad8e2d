package dev.uncanned.synthetic;

import java.util.SplittableRandom;

/** Derives independent random sources from the one seed of a run. */
final class Seeds {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /**
   * A random source of its own for each purpose and number.
   *
   * @param purpose any constant text
   */
  static SplittableRandom of(long seed, String purpose, long number) {
    long mixed = new SplittableRandom(seed ^ purpose.hashCode() * GOLDEN).nextLong();
    return new SplittableRandom(mixed + number * GOLDEN);
  }
}
