package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedDatesTest {

  private static MappedDates.Sent read(String text, String zone, String... formats) {
    return new MappedDates(List.of(formats), zone).of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T10:00:05Z, 2024-03-01T10:00:05Z, SECOND",
    "2024-03-01T10:00:05.123456Z, 2024-03-01T10:00:05Z, SECOND",
    "2024-03-01T10:00:05+02:00, 2024-03-01T08:00:05Z, SECOND",
    "2024-03-01 10:00:05 +0200, 2024-03-01T08:00:05Z, SECOND",
    "2024-03-01 10:00:05 UTC, 2024-03-01T10:00:05Z, SECOND",
    "2024-03-01T10:00Z, 2024-03-01T10:00:00Z, MINUTE",
    "2024-03-01 10:00:05, 2024-03-01T10:00:05Z, MINUTE",
    "2024-03-01, 2024-03-01T00:00:00Z, FALLBACK"
  })
  void readsIso(String text, Instant at, DateQuality quality) {
    assertThat(read(text, null, "iso")).isEqualTo(new MappedDates.Sent(at, quality));
  }

  @Test
  void takesConfiguredZoneForTimesWithoutOne() {
    assertThat(read("2024-07-01 10:00:05", "Europe/Berlin", "iso"))
        .isEqualTo(new MappedDates.Sent(Instant.parse("2024-07-01T08:00:05Z"), DateQuality.SECOND));
    assertThat(read("2024-07-01T10:00:05Z", "Europe/Berlin", "iso").at())
        .isEqualTo(Instant.parse("2024-07-01T10:00:05Z"));
  }

  @Test
  void readsPatternsInOrder() {
    assertThat(read("3/4/24 9:05 pm", null, "dd.MM.yyyy", "M/d/yy h:mm a").at())
        .isEqualTo(Instant.parse("2024-03-04T21:05:00Z"));
    assertThat(read("04.03.2024", null, "dd.MM.yyyy").quality()).isEqualTo(DateQuality.FALLBACK);
    assertThat(read("2024-03-04 10:00:05 +0100", null, "yyyy-MM-dd HH:mm:ss xx").at())
        .isEqualTo(Instant.parse("2024-03-04T09:00:05Z"));
  }

  @Test
  void readsEpochs() {
    Instant at = Instant.parse("2024-03-01T10:00:05Z");
    assertThat(read("1709287205", null, "epoch_seconds").at()).isEqualTo(at);
    assertThat(read("1709287205.001", null, "epoch_seconds").at()).isEqualTo(at);
    assertThat(read("1709287205000", null, "epoch_millis").at()).isEqualTo(at);
    assertThat(read("Fri, 1 Mar 2024 10:00:05 +0000", null, "mail").at()).isEqualTo(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "2024-13-01",
        "2024-02-30T10:00:00Z",
        "2024-03-01T25:00:00Z",
        "2024-03-01T10:00:05Nowhere",
        "2024-03-01T10:00:05+99:00",
        "1601-01-01T00:00:00Z",
        "9999-01-01T00:00:00Z",
        "99999999999999999999",
        "-5",
        "2024-03-0١",
        "2024-03-01T",
        "2024-03-01T10",
        "2024-03-01T10:00:0"
      })
  void readsNothingElse(String text) {
    assertThat(read(text, null, "iso", "epoch_millis", "epoch_seconds"))
        .isEqualTo(MappedDates.Sent.UNKNOWN);
  }
}
