package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void valuesAreToldByTheLowerEndOfTheirBin() {
    assertThat(Bins.WORDS.of(0)).isZero();
    assertThat(Bins.WORDS.of(24)).isEqualTo(8);
    assertThat(Bins.WORDS.of(25)).isEqualTo(25);
    assertThat(Bins.WORDS.of(1_000_000)).isEqualTo(400);
    assertThat(Bins.HOURS.of(0.9f)).isZero();
    assertThat(Bins.DAYS.of(3.99f)).isEqualTo(2);
  }

  @Test
  void unknownStaysUnknown() {
    assertThat(Bins.REACH.of(null)).isNull();
    assertThat(Bins.share(null)).isNull();
    assertThat(Bins.capped(null, 5)).isNull();
  }

  @Test
  void sharesAreRoundedAndCountsCapped() {
    assertThat(Bins.share(0.974f)).isEqualTo(0.95);
    assertThat(Bins.share(1)).isEqualTo(1.0);
    assertThat(Bins.capped(9, 5)).isEqualTo(5);
    assertThat(Bins.capped(4, 5)).isEqualTo(4);
  }
}
