package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordCountsTest {

  private static WordCounts of(int... words) {
    WordCounts counts = new WordCounts();
    for (int n : words) {
      counts.add(n);
    }
    return counts;
  }

  @Test
  void quantilesInterpolateBetweenNeighbours() {
    WordCounts counts = of(4, 1, 3, 2);
    assertThat(counts.quantile(0.5)).isEqualTo(2.5);
    assertThat(counts.quantile(0.25)).isEqualTo(1.75);
    assertThat(counts.quantile(1)).isEqualTo(4);
  }

  @Test
  void oneMessageIsAllQuantiles() {
    assertThat(of(7).quantile(0.25)).isEqualTo(7);
    assertThat(of(7).quantile(0.75)).isEqualTo(7);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(of().quantile(0.5)).isNull();
  }
}
