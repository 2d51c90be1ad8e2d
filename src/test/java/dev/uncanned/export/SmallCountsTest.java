package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallCountsTest {

  private final SmallCounts counts = new SmallCounts(5);

  @Test
  void fewAreNotToldAndNoneIs() {
    assertThat(counts.told(0)).isZero();
    assertThat(counts.told(1)).isNull();
    assertThat(counts.told(4)).isNull();
    assertThat(counts.told(null)).isNull();
  }

  @Test
  void othersAreRoundedDownSoThatThoseWhoAreLeftDoNotShow() {
    assertThat(counts.told(5)).isEqualTo(5);
    assertThat(counts.told(104)).isEqualTo(counts.told(100)).isEqualTo(100);
  }

  @Test
  void valuesOverFewAreNotTold() {
    assertThat(counts.over(4, "x")).isNull();
    assertThat(counts.over(null, "x")).isNull();
    assertThat(counts.over(5, "x")).isEqualTo("x");
  }
}
