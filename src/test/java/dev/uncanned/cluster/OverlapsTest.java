package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverlapsTest {

  @Test
  void agreesWithComparingPairByPair() {
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 300; trial++) {
      int[] common = set(random, random.nextInt(300));
      int[][] sets = new int[1 + random.nextInt(60)][];
      for (int i = 0; i < sets.length; i++) {
        sets[i] = copy(random, common, random.nextInt(40));
      }
      Overlaps overlaps = new Overlaps(sets);
      int[] shared = new int[sets.length + 1];
      shared[sets.length] = -7;
      for (int i = 0; i < sets.length; i++) {
        int first = random.nextInt(sets.length + 1);
        overlaps.countShared(i, first, shared);
        assertShared(sets[i], Arrays.copyOf(sets, first), shared);
      }
      int[] other = copy(random, common, random.nextInt(400));
      overlaps.countShared(other, shared);
      assertShared(other, sets, shared);
      assertThat(shared[sets.length]).isEqualTo(-7);
    }
  }

  @Test
  void comparesEmptySets() {
    Overlaps overlaps = new Overlaps(new int[0], new int[] {0, -1});
    int[] shared = {5, 5};
    overlaps.countShared(new int[] {-1, 0, 3}, shared);
    assertThat(shared).containsExactly(0, 2);
    overlaps.countShared(1, 1, shared);
    assertThat(shared).containsExactly(0, 2);
  }

  private static void assertShared(int[] set, int[][] others, int[] shared) {
    for (int i = 0; i < others.length; i++) {
      int[] other = others[i];
      long expected =
          Arrays.stream(set).filter(element -> Arrays.binarySearch(other, element) >= 0).count();
      assertThat(shared[i]).isEqualTo((int) expected);
    }
  }

  /** Most elements of another set, and some of its own from a small range or any. */
  private static int[] copy(SplittableRandom random, int[] common, int own) {
    int[] kept = Arrays.stream(common).filter(element -> random.nextInt(10) > 0).toArray();
    int[] added =
        random.ints(own).map(value -> random.nextBoolean() ? value & 255 : value).toArray();
    int[] both = Arrays.copyOf(kept, kept.length + added.length);
    System.arraycopy(added, 0, both, kept.length, added.length);
    return Arrays.stream(both).distinct().sorted().toArray();
  }

  private static int[] set(SplittableRandom random, int size) {
    return random.ints(size).distinct().sorted().toArray();
  }
}
