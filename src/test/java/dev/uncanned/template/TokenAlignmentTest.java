package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenAlignmentTest {

  private static final int PLENTY = 4_000_000;

  @Test
  void scoresAsWellAsTheExhaustiveRecursion() {
    Random random = new Random(7);
    TokenAlignment alignment = new TokenAlignment(PLENTY);
    for (int round = 0; round < 3000; round++) {
      int[] a = random.ints(random.nextInt(12), 0, 4).toArray();
      int[] b = random.ints(random.nextInt(12), 0, 4).toArray();
      assertThat(TokenAlignment.score(a, b, alignment.align(a, b))).isEqualTo(naive(a, b));
    }
  }

  @Test
  void narrowBandIsAsGoodAsTheWholeTable() {
    Random random = new Random(8);
    TokenAlignment alignment = new TokenAlignment(PLENTY);
    for (int round = 0; round < 60; round++) {
      int[] a = random.ints(60 + random.nextInt(60), 0, 30).toArray();
      int[] b = moved(a, random);
      assertThat(TokenAlignment.score(a, b, alignment.align(a, b))).isEqualTo(naive(a, b));
    }
  }

  @Test
  void partnersRiseAndStayInRange() {
    Random random = new Random(9);
    TokenAlignment alignment = new TokenAlignment(PLENTY);
    for (int round = 0; round < 500; round++) {
      int[] a = random.ints(random.nextInt(80), 0, 9).toArray();
      int[] b = random.ints(random.nextInt(80), 0, 9).toArray();
      int[] paired = Arrays.stream(alignment.align(a, b)).filter(p -> p >= 0).toArray();
      assertThat(paired).isSorted().doesNotHaveDuplicates();
      assertThat(Arrays.stream(paired).allMatch(p -> p < b.length)).isTrue();
    }
  }

  @Test
  void equalSequencesArePairedThroughout() {
    int[] tokens = IntStream.range(0, 50).toArray();
    assertThat(new TokenAlignment(PLENTY).align(tokens, tokens)).isEqualTo(tokens);
  }

  @Test
  void emptySequenceLeavesAllUnpaired() {
    TokenAlignment alignment = new TokenAlignment(PLENTY);
    assertThat(alignment.align(new int[] {1, 2}, new int[0])).containsExactly(-1, -1);
    assertThat(alignment.align(new int[0], new int[] {1, 2})).isEmpty();
  }

  @Test
  void insertedBlockIsOneRun() {
    int[] a = {1, 2, 3, 4, 5, 6};
    int[] b = {1, 2, 3, 90, 91, 92, 93, 4, 5, 6};
    assertThat(new TokenAlignment(PLENTY).align(a, b)).containsExactly(0, 1, 2, 7, 8, 9);
  }

  @Test
  void blockThatBeginsLikeWhatFollowsBeginsAsEarlyAsItCan() {
    int[] without = {1, 2, 3, 4, 5};
    int[] with = {1, 2, 3, 4, 90, 91, 3, 4, 5};
    TokenAlignment alignment = new TokenAlignment(PLENTY);
    assertThat(alignment.align(without, with)).containsExactly(0, 1, 6, 7, 8);
    assertThat(alignment.align(with, without)).containsExactly(0, 1, -1, -1, -1, -1, 2, 3, 4);
    int[] atTheEnd = {1, 2, 3, 4, 5, 90, 4, 5};
    assertThat(alignment.align(without, atTheEnd)).containsExactly(0, 1, 2, 6, 7);
  }

  @Test
  void otherWordsInPlaceOfSomeStayInTheirPlace() {
    int[] a = {1, 2, 3, 4};
    int[] b = {1, 2, 90, 2, 91, 4};
    assertThat(new TokenAlignment(PLENTY).align(a, b)).containsExactly(0, 1, 4, 5);
    assertThat(new TokenAlignment(PLENTY).align(b, a)).containsExactly(0, 1, -1, -1, 2, 3);
  }

  @Test
  void resultDoesNotDependOnWhatWasAlignedBefore() {
    Random random = new Random(10);
    TokenAlignment used = new TokenAlignment(PLENTY);
    for (int round = 0; round < 300; round++) {
      int[] a = random.ints(random.nextInt(100), 0, 5).toArray();
      int[] b = random.ints(random.nextInt(100), 0, 5).toArray();
      assertThat(used.align(a, b)).isEqualTo(new TokenAlignment(PLENTY).align(a, b));
    }
  }

  @Test
  void longTextsAreAlignedWithinTheMemory() {
    Random random = new Random(11);
    int[] a = random.ints(2000, 0, 500).toArray();
    int[] b = a.clone();
    for (int i = 0; i < 2000; i += 10) {
      b[i] = -1;
    }
    int[] partners = new TokenAlignment(200_000).align(a, b);
    assertThat(IntStream.range(0, 2000).filter(i -> partners[i] == i).count()).isEqualTo(2000);
  }

  @Test
  void textsBeyondTheMemoryShareBeginningAndEndOnly() {
    int[] a = IntStream.range(0, 2000).toArray();
    int[] b = a.clone();
    b[3] = -1;
    b[1990] = -1;
    int[] partners = new TokenAlignment(10_000).align(a, b);
    assertThat(Arrays.stream(partners, 0, 3).toArray()).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(partners, 3, 1991).allMatch(p -> p == -1)).isTrue();
    assertThat(partners[1991]).isEqualTo(1991);
  }

  private static int[] moved(int[] a, Random random) {
    int from = random.nextInt(a.length / 2);
    int length = random.nextInt(a.length - from);
    IntStream kept =
        IntStream.concat(Arrays.stream(a, 0, from), Arrays.stream(a, from + length, a.length));
    return IntStream.concat(kept, random.ints(random.nextInt(40), 0, 30)).toArray();
  }

  // Best score of all alignments: a pair, or a run of any length on one of the sides.
  private static long naive(int[] a, int[] b) {
    long[][] best = new long[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        long score = i == 0 && j == 0 ? 0 : Long.MIN_VALUE;
        if (i > 0 && j > 0) {
          int pair = a[i - 1] == b[j - 1] ? TokenAlignment.MATCH : -TokenAlignment.MISMATCH;
          score = best[i - 1][j - 1] + pair;
        }
        for (int run = 1; run <= i; run++) {
          score = Math.max(score, best[i - run][j] - run(run));
        }
        for (int run = 1; run <= j; run++) {
          score = Math.max(score, best[i][j - run] - run(run));
        }
        best[i][j] = score;
      }
    }
    return best[a.length][b.length];
  }

  private static int run(int length) {
    return TokenAlignment.OPEN + length * TokenAlignment.EXTEND;
  }
}
