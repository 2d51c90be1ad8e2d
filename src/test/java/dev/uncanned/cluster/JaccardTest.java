package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JaccardTest {

  private static final double[] THRESHOLDS = {0, 0.1, 1 / 3.0, 0.35, 0.5, 0.6, 2 / 3.0, 0.9, 1};

  @Test
  void dividesSharedByUnited() {
    assertThat(Jaccard.of(new int[] {1, 2, 3}, new int[] {2, 3, 4})).isEqualTo(0.5);
    assertThat(Jaccard.of(new int[] {1}, new int[] {2})).isZero();
    assertThat(Jaccard.of(new int[] {-5, 7}, new int[] {-5, 7})).isEqualTo(1);
  }

  @Test
  void takesEmptySetsForEqual() {
    int[] empty = {};
    assertThat(Jaccard.of(empty, empty)).isEqualTo(1);
    assertThat(Jaccard.atLeast(empty, empty, 1)).isTrue();
    assertThat(Jaccard.atLeast(empty, new int[] {1}, 0.1)).isFalse();
  }

  @Test
  void thresholdIsInclusive() {
    assertThat(Jaccard.atLeast(new int[] {1, 2, 3}, new int[] {2, 3, 4}, 0.5)).isTrue();
    assertThat(Jaccard.atLeast(new int[] {1, 2, 3}, new int[] {2, 3, 4}, 0.5001)).isFalse();
  }

  @Test
  void earlyExitAnswersLikeTheFullComparison() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 20_000; trial++) {
      int range = 1 + random.nextInt(40);
      int[] a = set(random, range);
      int[] b = set(random, range);
      double exact = Jaccard.of(a, b);
      for (double threshold : THRESHOLDS) {
        assertThat(Jaccard.atLeast(a, b, threshold)).isEqualTo(exact >= threshold);
      }
    }
  }

  private static int[] set(SplittableRandom random, int range) {
    return random.ints(random.nextInt(30), 0, range).distinct().sorted().toArray();
  }
}
