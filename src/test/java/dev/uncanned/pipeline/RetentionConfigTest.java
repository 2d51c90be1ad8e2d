package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @Test
  void messagesGoByWholeMonthsSoThatTheLimitHoldsForManyNights() {
    RetentionConfig year = new RetentionConfig(365, 0);
    Instant limit = Instant.parse("2025-11-01T00:00:00Z");
    assertThat(year.oldestMessage(AS_OF)).isEqualTo(limit);
    assertThat(year.oldestMessage(AS_OF.plusDays(8))).isEqualTo(limit);
    assertThat(year.oldestMessage(AS_OF.plusDays(9)))
        .isEqualTo(Instant.parse("2025-12-01T00:00:00Z"));
  }

  @Test
  void textsGoByTheDay() {
    RetentionConfig month = new RetentionConfig(0, 30);
    assertThat(month.oldestText(AS_OF)).isEqualTo(Instant.parse("2026-10-23T00:00:00Z"));
    assertThat(month.oldestMessage(null)).isNull();
  }

  @Test
  void withoutALimitNothingGoesAndWithOneTheDayMustBeSaid() {
    assertThat(RetentionConfig.UNLIMITED.oldestMessage(null)).isNull();
    assertThat(RetentionConfig.UNLIMITED.oldestText(AS_OF)).isNull();
    assertThatThrownBy(() -> new RetentionConfig(1, 0).oldestMessage(null))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--as-of");
    assertThatThrownBy(() -> new RetentionConfig(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retention.messages_days is -1");
  }
}
