package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.report.Trust;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedChecksTest {

  private static RunMetricRow row(String name, double value) {
    return new RunMetricRow(name, value, "", "mart", "run", "1", "key");
  }

  @Test
  void figuresAreReadBackAsTheyWereMeasured() {
    PublishedChecks checks =
        new PublishedChecks(
            List.of(
                row("split_half_senders_n.mass_share", 7),
                row("split_half_r.mass_share", 0.25),
                row("split_half_senders_n.reply_rate", 3),
                row("permuted_messages_n", 400),
                row("false_verified_n", 2),
                row("weights_rank_r_min", 0.5),
                row("rows.messages", 9)));
    assertThat(checks.reliabilities())
        .containsExactly(
            new Reliability("mass_share", 7, 0.25), new Reliability("reply_rate", 3, null));
    assertThat(checks.trust()).isEqualTo(new Trust(400, 2, 0.5));
  }

  @Test
  void whatWasNotMeasuredIsNotInvented() {
    PublishedChecks checks = new PublishedChecks(List.of());
    assertThat(checks.reliabilities()).isEmpty();
    assertThat(checks.trust()).isEqualTo(new Trust(0, 0, null));
  }
}
