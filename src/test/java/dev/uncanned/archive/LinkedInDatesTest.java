package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedInDatesTest {

  private static List<String> read(String... dates) {
    LinkedInDates file = new LinkedInDates();
    List.of(dates).forEach(file::show);
    return List.of(dates).stream().map(file::of).map(d -> d.at() + " " + d.quality()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05 09:10:00 UTC | 2026-01-05T09:10:00Z SECOND",
        "1/5/26, 9:10 AM | 2026-01-05T09:10:00Z MINUTE",
        "05.01.2026 09:10:00 | 2026-01-05T09:10:00Z MINUTE",
        "5.1.26 9:10 | 2026-01-05T09:10:00Z MINUTE",
        "05-01-2026 21:10 | 2026-01-05T21:10:00Z MINUTE",
        "2026/01/05 09:10 | 2026-01-05T09:10:00Z MINUTE",
        "25/01/2026 09:10 | 2026-01-25T09:10:00Z MINUTE",
        "1/25/2026 9:10 PM | 2026-01-25T21:10:00Z MINUTE",
        "05/05/2026 09:10 | 2026-05-05T09:10:00Z MINUTE",
        "05/01/2026 09:10 | 2026-05-01T09:10:00Z FALLBACK",
        "31.02.2026 09:10 | null NONE",
        "05.01.2026 | null NONE",
        "05.01/2026 09:10 | null NONE",
        "05/01/2026 09:99 | null NONE"
      })
  void readsOneDate(String text, String expected) {
    assertThat(read(text)).containsExactly(expected);
  }

  @Test
  void numberAboveTwelveDecidesForTheFile() {
    assertThat(read("25/01/2026 09:10", "05/01/2026 09:10"))
        .containsExactly("2026-01-25T09:10:00Z MINUTE", "2026-01-05T09:10:00Z MINUTE");
    assertThat(read("05/01/2026 9:10 AM", "01/25/2026 9:10 AM"))
        .containsExactly("2026-05-01T09:10:00Z MINUTE", "2026-01-25T09:10:00Z MINUTE");
  }

  @Test
  void evenRunOfTimeDecidesWhereNoNumberDoes() {
    assertThat(read("03/02/2026 10:00", "12/01/2026 10:00", "05/01/2026 10:00"))
        .as("newest first")
        .containsExactly(
            "2026-02-03T10:00:00Z MINUTE",
            "2026-01-12T10:00:00Z MINUTE",
            "2026-01-05T10:00:00Z MINUTE");
    assertThat(read("01/05/2026 10:00", "01/12/2026 10:00", "02/03/2026 10:00"))
        .as("oldest first")
        .containsExactly(
            "2026-01-05T10:00:00Z MINUTE",
            "2026-01-12T10:00:00Z MINUTE",
            "2026-02-03T10:00:00Z MINUTE");
  }

  @Test
  void whatLinkedInWroteItselfHasTheMonthFirstInWhateverOrderItStands() {
    assertThat(read("3/2/26, 7:47 AM", "12/1/25, 7:47 AM", "1/5/26, 7:47 AM"))
        .containsExactly(
            "2026-03-02T07:47:00Z MINUTE",
            "2025-12-01T07:47:00Z MINUTE",
            "2026-01-05T07:47:00Z MINUTE");
  }
}
