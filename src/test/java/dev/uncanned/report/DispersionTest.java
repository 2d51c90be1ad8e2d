package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DispersionTest {

  private static List<Count> weeks(long... hits) {
    return Arrays.stream(hits).mapToObj(n -> new Count(n, 100)).toList();
  }

  /** A share of 0.1 is 2 standard deviations of 0.05, so 0.7 against 0.3 is 8; 8 / 1.128. */
  @Test
  void isTheMeanMovingRangeOfStandardScores() {
    assertThat(Dispersion.of(weeks(70, 30, 70, 30), 0.5)).isCloseTo(8 / 1.128, within(1e-12));
  }

  @Test
  void neverNarrowsWhatChanceExplains() {
    assertThat(Dispersion.of(weeks(50, 50, 51, 50), 0.5)).isEqualTo(1);
  }

  @Test
  void isChanceAloneWhereNothingCanBeCompared() {
    assertThat(Stream.of(weeks(), weeks(90)).map(each -> Dispersion.of(each, 0.5)))
        .containsOnly(1.0);
    assertThat(Dispersion.of(weeks(0, 0, 0), 0)).isEqualTo(1);
    assertThat(Dispersion.of(weeks(100, 100), 1)).isEqualTo(1);
  }
}
