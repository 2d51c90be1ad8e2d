package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void countsEachValueByItsWeight() {
    Median median = new Median();
    median.add(10, 1);
    median.add(2, 3);
    assertThat(median.value()).isEqualTo(2f);
  }

  @Test
  void isTheMeanOfTwoMiddleValues() {
    Median median = new Median();
    median.add(4, 2);
    median.add(7, 2);
    assertThat(median.value()).isEqualTo(5.5f);
  }

  @Test
  void ofNothingIsZero() {
    assertThat(new Median().value()).isZero();
  }
}
