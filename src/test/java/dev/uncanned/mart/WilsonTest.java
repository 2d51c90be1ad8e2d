package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /** Reference values: 5 of 100 and 10 of 200 as published for Wilson's interval; 0 and all. */
  @ParameterizedTest
  @CsvSource({
    "5, 100, 0.0215, 0.1118",
    "10, 200, 0.0274, 0.0896",
    "0, 10, 0, 0.2775",
    "10, 10, 0.7225, 1"
  })
  void agreesWithPublishedValues(long hits, long trials, double lo, double hi) {
    Wilson interval = Wilson.of(hits, trials);
    assertThat(interval.rate()).isCloseTo((double) hits / trials, within(1e-12));
    assertThat(interval.lo()).isCloseTo(lo, within(5e-4));
    assertThat(interval.hi()).isCloseTo(hi, within(5e-4));
  }

  @Test
  void nothingTriedIsUnknown() {
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(null, null, null));
  }

  @Test
  void refusesMoreHitsThanTrials() {
    assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessageContaining("3 hits in 2 trials");
  }

  @Test
  void aRateBetweenTwoNumbersOfHitsHasAnIntervalBetweenTheirs() {
    Wilson between = Wilson.ofRate(0.405, 100);
    assertThat(between.lo()).isBetween(Wilson.of(40, 100).lo(), Wilson.of(41, 100).lo());
    assertThat(between.hi()).isBetween(Wilson.of(40, 100).hi(), Wilson.of(41, 100).hi());
    assertThat(Wilson.ofRate(0.4, 100)).isEqualTo(Wilson.of(40, 100));
  }

  @Test
  void refusesRatesThatAreNone() {
    assertThatThrownBy(() -> Wilson.ofRate(1.1, 2)).hasMessageContaining("1.1 in 2 trials");
    assertThatThrownBy(() -> Wilson.ofRate(Double.NaN, 2)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Wilson.ofRate(0, 0)).hasMessageContaining("0 trials");
  }
}
