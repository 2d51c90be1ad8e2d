package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputChecksTest {

  @Test
  void warningsAreSaidOnceForTheRunAndOnceForAllArchivesThatShrank() {
    List<String> sentences =
        new InputChecks(
                List.of(
                    MadeUpReport.check("lost", "run", null, 0, 2000L, "pass"),
                    MadeUpReport.check("quarantined", "run", null, 3, 2000L, "warn"),
                    MadeUpReport.check("quarantined", "input", "a", 3, 20L, "warn"),
                    MadeUpReport.check("shrunk", "archive", "b", 12, 900L, "warn"),
                    MadeUpReport.check("shrunk", "archive", "c", 5, 900L, "warn")))
            .sentences();
    assertThat(sentences)
        .containsExactly(
            "1 of 2 checks of the input passed.",
            "3 of 2 000 records cannot be read (0.2 %).",
            "17 records of the last run are gone from 2 archives.");
  }

  @Test
  void withoutWarningsOneSentenceSaysSoAndWithoutChecksNone() {
    assertThat(
            new InputChecks(List.of(MadeUpReport.check("bad_files", "run", null, 0, null, "pass")))
                .sentences())
        .containsExactly("1 of 1 checks of the input passed.");
    assertThat(new InputChecks(List.of()).sentences()).isEmpty();
  }

  @Test
  void everyCheckHasItsOwnWords() {
    for (String name :
        List.of(
            "quarantined",
            "bad_files",
            "vanished",
            "degraded",
            "decode_replaced",
            "undated",
            "one_template",
            "day_messages",
            "day_senders",
            "day_templates",
            "as_of_gap")) {
      String said =
          new InputChecks(List.of(MadeUpReport.check(name, "run", null, 7, 10L, "warn")))
              .sentences()
              .get(1);
      assertThat(said).as(name).contains("7").doesNotContain(name + ":");
    }
  }

  private static String warning(String name, long n, Long of) {
    String said =
        new InputChecks(List.of(MadeUpReport.check(name, "run", null, n, of, "warn")))
            .sentences()
            .get(1);
    return said.replace('\u202F', ' ');
  }

  @Test
  void recordsOfArchivesThatAreNotGivenAreNamedAsSuch() {
    assertThat(warning("vanished", 50, 1200L))
        .isEqualTo(
            "50 of 1 200 records of the last run were in archives that are not given (4.2 %).");
  }

  @Test
  void oneIsCountedInTheSingular() {
    assertThat(warning("quarantined", 1, null)).isEqualTo("1 record cannot be read.");
    assertThat(warning("quarantined", 1, 200L))
        .isEqualTo("1 of 200 records cannot be read (0.5 %).");
    assertThat(warning("vanished", 1, 200L))
        .isEqualTo("1 of 200 records of the last run was in archives that are not given (0.5 %).");
    assertThat(warning("undated", 1, 200L)).startsWith("1 of 200 messages has no date");
    assertThat(warning("undated", 2, 200L)).startsWith("2 of 200 messages have no date");
    assertThat(warning("decode_replaced", 1, 200L)).startsWith("1 of 200 messages has bytes");
    assertThat(warning("bad_files", 1, null)).isEqualTo("1 file cannot be read as a whole.");
    assertThat(warning("day_messages", 1, null))
        .isEqualTo("The last day brought 1 message, which is unusual.");
    assertThat(warning("day_senders", 1, null))
        .isEqualTo("On the last day 1 sender wrote, which is unusual.");
    assertThat(warning("day_templates", 1, null))
        .isEqualTo("The last day brought 1 template, which is unusual.");
    assertThat(warning("as_of_gap", 1, null)).startsWith("The as-of day lies 1 day after");
    assertThat(
            new InputChecks(List.of(MadeUpReport.check("shrunk", "archive", "b", 1, 900L, "warn")))
                .sentences())
        .containsExactly("1 record of the last run is gone from 1 archive.");
  }
}
