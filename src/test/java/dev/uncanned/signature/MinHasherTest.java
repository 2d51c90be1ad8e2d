package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinHasherTest {

  private final MinHasher hasher = new MinHasher(new SignatureConfig(2, 32, 4, 20261122L));

  @Test
  void pinsOutput() {
    assertThat(Arrays.hashCode(hasher.sign(1).slots())).isEqualTo(1841070081);
    assertThat(Arrays.hashCode(hasher.sign(1, 2, 3, 4, 5).slots())).isEqualTo(393132137);
    assertThat(Arrays.hashCode(hasher.sign(numbers(100)).slots())).isEqualTo(1056415512);
    assertThat(hasher.sign(numbers(100)).slots())
        .startsWith(23226767068457662L, 1235440220872611627L);
  }

  /**
   * Signatures of the shipped shape, 48 bands of 3 rows. They decide the band keys that a state
   * keeps: other values need another {@link MinHasher#VERSION} and make all kept clusters anew.
   */
  @Test
  void pinsTheSignaturesOfTheShippedShape() {
    MinHasher shipped = new MinHasher(SignatureConfig.defaults());
    assertThat(shipped.sign(1).slots()).hasSize(144).containsOnly(-3764500523623617590L);
    assertThat(Arrays.hashCode(shipped.sign(1, 2, 3, 4, 5).slots())).isEqualTo(1569313680);
    long[] ofAHundred = shipped.sign(numbers(100)).slots();
    assertThat(Arrays.hashCode(ofAHundred)).isEqualTo(-489120347);
    assertThat(ofAHundred)
        .startsWith(23226767068457662L, 7093998342801613835L)
        .endsWith(7945952049566367188L);
  }

  @Test
  void ignoresOrderAndRepetition() {
    long[] shingles = numbers(90);
    long[] shuffled = new long[180];
    for (int i = 0; i < 90; i++) {
      shuffled[2 * i] = shingles[(i * 37) % 90];
      shuffled[2 * i + 1] = shingles[(i * 53) % 90];
    }
    assertThat(hasher.sign(shuffled)).isEqualTo(hasher.sign(shingles));
  }

  @Test
  void dependsOnSeed() {
    MinHasher other = new MinHasher(new SignatureConfig(2, 32, 4, 2));
    assertThat(other.sign(1, 2, 3)).isNotEqualTo(hasher.sign(1, 2, 3));
  }

  @Test
  void signsEmptySetWithoutEnd() {
    assertThat(hasher.sign().slots()).containsOnly(-1L);
  }

  /** In every slot lies the hash of one of the shingles, and each of few shingles is in some. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void fillsAllSlotsFromFewShingles(int n) {
    SplittableRandom random = new SplittableRandom(n);
    for (int trial = 0; trial < 100; trial++) {
      long[] shingles = random.longs(n).toArray();
      long[] hashes = new long[n];
      for (int i = 0; i < n; i++) {
        hashes[i] = hasher.sign(shingles[i]).slots()[0];
      }
      assertThat(Arrays.stream(hashes).boxed().toList())
          .containsAll(Arrays.stream(hasher.sign(shingles).slots()).boxed().toList());
    }
  }

  /**
   * A slot of two random sets agrees with the probability of their Jaccard similarity. One slot per
   * pair of sets, so that the trials are independent; 4 standard deviations.
   */
  @ParameterizedTest
  @CsvSource({
    "1,2", "1,5", "2,3", "3,5", "4,9", "5,10", "10,30", "14,20", "20,60", "50,100", "90,100",
    "150,500"
  })
  void agreesInASlotWithProbabilityOfSimilarity(int shared, int union) {
    int trials = 20_000;
    SplittableRandom random = new SplittableRandom(31L * shared + union);
    long[] one = new long[128];
    long[] other = new long[128];
    int equal = 0;
    for (int trial = 0; trial < trials; trial++) {
      long[] all = random.longs(union).toArray();
      int onlyOne = (union - shared) / 2;
      hasher.sign(all, shared + onlyOne, one);
      System.arraycopy(all, shared + onlyOne, all, shared, union - shared - onlyOne);
      hasher.sign(all, union - onlyOne, other);
      equal += one[trial % 128] == other[trial % 128] ? 1 : 0;
    }
    double p = (double) shared / union;
    double deviation = Math.sqrt(trials * p * (1 - p));
    assertThat((equal - trials * p) / deviation).isBetween(-4.0, 4.0);
  }

  @Test
  void findsNothingInCommonOfDisjointSets() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 1; n <= 200; n++) {
      MinHashSignature one = hasher.sign(random.longs(n).toArray());
      assertThat(one.similarity(hasher.sign(random.longs(n).toArray()))).isZero();
      assertThat(one.similarity(one)).isEqualTo(1);
    }
  }

  @Test
  void worksWithSlotsThatAreNoPowerOfTwo() {
    MinHasher odd = new MinHasher(new SignatureConfig(2, 42, 3, 1));
    assertThat(odd.sign(numbers(300)).slots()).hasSize(126).doesNotContain(-1L);
  }

  private static long[] numbers(int n) {
    long[] numbers = new long[n];
    Arrays.setAll(numbers, i -> i + 1L);
    return numbers;
  }
}
