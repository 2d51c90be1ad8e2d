package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static String plain(String text) {
    return text.replace('\u202F', ' ');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.0001, < 0.1 %",
    "0.064, 6.4 %",
    "0.06, 6 %",
    "0.0996, 10 %",
    "0.71, 71 %",
    "0.715, 72 %",
    "0.996, > 99 %",
    "1, 100 %"
  })
  void writesPercentWholeOrWithOneDecimalBelowTen(double share, String expected) {
    assertThat(plain(Figures.percent(share))).isEqualTo(expected);
  }

  @Test
  void setsThousandsApart() {
    assertThat(Figures.count(1_240_007)).isEqualTo("1\u202F240\u202F007");
    assertThat(Figures.count(0)).isEqualTo("0");
  }

  @Test
  void givesWilsonIntervals() {
    assertThat(plain(Figures.rateWithInterval(5, 100))).isEqualTo("5 % (2.2–11 %)");
    assertThat(Figures.rateWithInterval(5, 29)).isEqualTo("too few (n = 29)");
  }

  @Test
  void unknownIsNotZero() {
    assertThat(Figures.decimal(null)).isEqualTo("unknown");
    assertThat(Figures.day((LocalDate) null)).isEqualTo("unknown");
    assertThat(Figures.decimal(0.0)).isEqualTo("0");
  }
}
