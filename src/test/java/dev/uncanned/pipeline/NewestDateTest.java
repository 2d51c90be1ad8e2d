package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NewestDateTest {

  private static final int MAY_2026 = 2026 * 12 + 4;

  @Test
  void aFewDatesInTheFarFutureAreNotBelieved() {
    NavigableMap<Integer, Long> months = new TreeMap<>();
    months.put(MAY_2026 - 1, 500L);
    months.put(MAY_2026, 500L);
    months.put(2050 * 12, 3L);
    months.put(2090 * 12, 4L);
    assertThat(NewestDate.newestMonth(months)).isEqualTo(MAY_2026);
  }

  @Test
  void manyDatesBehindAGapAreBelieved() {
    NavigableMap<Integer, Long> months = new TreeMap<>();
    months.put(MAY_2026 - 60, 500L);
    months.put(MAY_2026, 6L);
    assertThat(NewestDate.newestMonth(months)).isEqualTo(MAY_2026);
  }

  @Test
  void aShortPauseIsNoGap() {
    NavigableMap<Integer, Long> months = new TreeMap<>();
    months.put(MAY_2026 - 24, 5000L);
    months.put(MAY_2026, 1L);
    assertThat(NewestDate.newestMonth(months)).isEqualTo(MAY_2026);
  }

  @Test
  void theOnlyMonthIsBelieved() {
    NavigableMap<Integer, Long> months = new TreeMap<>();
    months.put(2090 * 12, 1L);
    assertThat(NewestDate.newestMonth(months)).isEqualTo(2090 * 12);
  }
}
