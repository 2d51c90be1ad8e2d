package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlapIndexTest {

  @Test
  void countsSharedElementsWithEverySet() {
    OverlapIndex index = new OverlapIndex();
    for (int i = 0; i < 20; i++) {
      index.add(new int[] {0, i + 1, 100 + i});
    }
    assertCounts(index);
  }

  private static void assertCounts(OverlapIndex index) {
    int[] shared = new int[21];
    shared[20] = 9;
    index.countShared(new int[] {0, 3, 102, 500}, shared);
    assertThat(shared[2]).isEqualTo(3);
    assertThat(shared[3]).isEqualTo(1);
    assertThat(shared[20]).isEqualTo(9);
    index.countShared(new int[] {500}, shared);
    assertThat(shared[2]).isZero();
  }
}
