package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BelievedDatesTest {

  private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2026-03-01T00:00:00Z");

  private final BelievedDates dates = new BelievedDates(LATEST, Map.of("mailbox", OLDEST));

  @Test
  void bothEndsAreBelievedAndNothingBeyondThem() {
    assertThat(dates.believes("mailbox", OLDEST)).isTrue();
    assertThat(dates.believes("mailbox", OLDEST.minusMillis(1))).isFalse();
    assertThat(dates.believes("mailbox", LATEST)).isTrue();
    assertThat(dates.believes("mailbox", LATEST.plusMillis(1))).isFalse();
  }

  @Test
  void anArchiveIsJudgedByItsOwnOldestDate() {
    assertThat(dates.believes("export", OLDEST.minusSeconds(9))).isTrue();
    assertThat(dates.believes("export", LATEST.plusSeconds(9))).isFalse();
  }
}
