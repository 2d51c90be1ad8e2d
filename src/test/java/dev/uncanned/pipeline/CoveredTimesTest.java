package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.CoveredTimes.Held;
import dev.uncanned.score.ArchiveSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoveredTimesTest {

  private static final Map<String, String> OWNERS =
      Map.of("old", "olga", "new", "olga", "later", "olga", "mails", "olga", "other", "paul");

  private static Instant day(int day) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Held held(String archive, int start, int end, String... channels) {
    return new Held(archive, day(start), day(end), List.of(channels));
  }

  private static ArchiveSpan span(String archive, int start, int end) {
    return new ArchiveSpan(archive, day(start), day(end));
  }

  private static List<ArchiveSpan> spans(Held... archives) {
    return CoveredTimes.joined(new ArrayList<>(List.of(archives)), OWNERS::get);
  }

  @Test
  void exportsOfOneAccountCoverTogetherWhatTheyCover() {
    assertThat(
            spans(
                held("old", 0, 90, "LI_MESSAGE"),
                held("new", 10, 200, "LI_INVITE", "LI_MESSAGE"),
                held("other", 5, 60, "LI_MESSAGE")))
        .containsExactly(span("new", 0, 200), span("old", 0, 200), span("other", 5, 60));
  }

  @Test
  void exportInsideOfAnotherShortensNothing() {
    assertThat(
            spans(
                held("old", 0, 200, "LI_MESSAGE"),
                held("new", 10, 20, "LI_MESSAGE"),
                held("later", 150, 210, "LI_MESSAGE")))
        .containsExactly(span("later", 0, 210), span("new", 0, 210), span("old", 0, 210));
  }

  @Test
  void timeBetweenArchivesIsNotCovered() {
    assertThat(spans(held("old", 0, 90, "EMAIL"), held("later", 91, 120, "EMAIL")))
        .containsExactly(span("later", 91, 120), span("old", 0, 90));
  }

  @Test
  void mailTellsNothingOfLinkedIn() {
    assertThat(spans(held("old", 0, 90, "LI_MESSAGE"), held("mails", 50, 300, "EMAIL")))
        .containsExactly(span("mails", 50, 300), span("old", 0, 90));
  }

  @Test
  void archivesWithoutOwnerStandAlone() {
    assertThat(spans(held("x", 0, 90, "EMAIL"), held("y", 50, 300, "EMAIL")))
        .containsExactly(span("x", 0, 90), span("y", 50, 300));
  }

  @Test
  void orderOfArchivesChangesNothing() {
    List<Held> archives =
        new ArrayList<>(
            List.of(
                held("old", 0, 90, "LI_MESSAGE"),
                held("new", 0, 20, "LI_MESSAGE"),
                held("later", 80, 210, "LI_MESSAGE")));
    List<ArchiveSpan> one = CoveredTimes.joined(archives, OWNERS::get);
    Collections.reverse(archives);
    assertThat(CoveredTimes.joined(archives, OWNERS::get)).isEqualTo(one);
  }
}
