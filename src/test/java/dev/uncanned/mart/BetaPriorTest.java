package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BetaPriorTest {

  @Test
  void shrinksAllToTheMeanWhereChanceExplainsTheSpread() {
    BetaPrior prior = BetaPrior.of(new long[] {5, 4, 6, 5}, new long[] {100, 100, 100, 100});
    assertThat(prior.mean()).isEqualTo(0.05);
    assertThat(prior.strength()).isInfinite();
    assertThat(prior.shrunk(6, 100)).isEqualTo(0.05);
  }

  @Test
  void keepsWideDifferencesAndPullsInTheSmallGroups() {
    BetaPrior prior =
        BetaPrior.of(new long[] {10, 200, 900, 500, 3}, new long[] {1000, 1000, 1000, 1000, 4});
    assertThat(prior.strength()).isLessThan(20);
    assertThat(prior.shrunk(900, 1000)).isBetween(0.88, 0.9);
    assertThat(prior.shrunk(3, 4)).isBetween(0.45, 0.72);
  }

  /** Rates drawn from a Beta(2, 6): mean 0.25, strength 8. */
  @Test
  void findsTheStrengthOfAKnownPrior() {
    Random random = new Random(11);
    int groups = 4000;
    long[] hits = new long[groups];
    long[] trials = new long[groups];
    for (int i = 0; i < groups; i++) {
      double rate = beta(random, 2, 6);
      trials[i] = 20 + random.nextInt(200);
      for (int j = 0; j < trials[i]; j++) {
        hits[i] += random.nextDouble() < rate ? 1 : 0;
      }
    }
    BetaPrior prior = BetaPrior.of(hits, trials);
    assertThat(prior.mean()).isCloseTo(0.25, within(0.01));
    assertThat(prior.strength()).isCloseTo(8, within(0.8));
  }

  @Test
  void groupsWithoutTrialsSayNothing() {
    assertThat(BetaPrior.of(new long[] {0, 0}, new long[] {0, 0})).isNull();
    assertThat(BetaPrior.of(new long[] {1, 0, 9}, new long[] {10, 0, 10}))
        .isEqualTo(BetaPrior.of(new long[] {1, 9}, new long[] {10, 10}));
    assertThat(BetaPrior.of(new long[] {0}, new long[] {7}).shrunk(0, 7)).isZero();
    assertThat(BetaPrior.of(new long[] {7}, new long[] {7}).shrunk(7, 7)).isEqualTo(1);
  }

  private static double beta(Random random, int a, int b) {
    double left = gamma(random, a);
    return left / (left + gamma(random, b));
  }

  private static double gamma(Random random, int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }
}
