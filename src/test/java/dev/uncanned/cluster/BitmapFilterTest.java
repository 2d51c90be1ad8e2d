package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitmapFilterTest {

  private static final double[] THRESHOLDS = {0.1, 1 / 3.0, 0.5, 2 / 3.0, 0.9, 1};

  private static BitmapFilter filter(int[][] sets, double threshold) {
    try (Workers workers = new Workers(1)) {
      return new BitmapFilter(sets, threshold, workers);
    }
  }

  @Test
  void neverRulesOutASimilarPair() {
    SplittableRandom random = new SplittableRandom(8);
    int[][] sets =
        IntStream.range(0, 300)
            .mapToObj(i -> edited(random, 1 + random.nextInt(1 << random.nextInt(11))))
            .toArray(int[][]::new);
    int[] similar = new int[THRESHOLDS.length];
    for (int t = 0; t < THRESHOLDS.length; t++) {
      BitmapFilter filter = filter(sets, THRESHOLDS[t]);
      for (int one = 0; one < sets.length; one++) {
        for (int other = 0; other <= one; other++) {
          if (Jaccard.of(sets[one], sets[other]) >= THRESHOLDS[t]) {
            assertThat(filter.mayBeSimilar(one, other)).isTrue();
            similar[t]++;
          }
        }
      }
    }
    assertThat(similar[similar.length - 1]).isGreaterThanOrEqualTo(sets.length);
    assertThat(similar[0]).isGreaterThan(2 * sets.length);
  }

  /** A piece of one long row of hashes, with some of its elements replaced. */
  private static int[] edited(SplittableRandom random, int size) {
    SplittableRandom row = new SplittableRandom(1);
    int edits = random.nextInt(4);
    return IntStream.generate(row::nextInt)
        .limit(size)
        .map(element -> random.nextInt(10) < edits ? random.nextInt() : element)
        .distinct()
        .sorted()
        .toArray();
  }

  @Test
  void rulesOutNearlyAllPairsOfUnrelatedTextsOfAHundredWords() {
    SplittableRandom random = new SplittableRandom(9);
    int[][] sets =
        IntStream.range(0, 200)
            .mapToObj(i -> random.ints(100).distinct().sorted().toArray())
            .toArray(int[][]::new);
    BitmapFilter filter = filter(sets, 0.5);
    long left =
        IntStream.range(0, sets.length)
            .mapToLong(
                one ->
                    IntStream.range(0, one)
                        .filter(other -> filter.mayBeSimilar(one, other))
                        .count())
            .sum();
    assertThat(left).isLessThan(200 * 199 / 2 / 100);
  }

  @Test
  void keepsPairsAtTheThreshold() {
    int[] set = IntStream.range(0, 90).map(i -> i * 0x9E3779B9).sorted().toArray();
    int[] half = Arrays.copyOf(set, 45);
    int[] other = IntStream.of(-7, 13).toArray();
    BitmapFilter filter = filter(new int[][] {set, half, null, other}, 0.5);
    assertThat(filter.mayBeSimilar(0, 1)).isTrue();
    assertThat(filter.mayBeSimilar(0, 3)).isFalse();
  }
}
