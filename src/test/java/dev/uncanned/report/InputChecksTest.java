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
}
