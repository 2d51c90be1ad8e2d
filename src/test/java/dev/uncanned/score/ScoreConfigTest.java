package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoreConfigTest {

  @Test
  void defaultsAreThePublishedValues() {
    assertThat(ScoreConfig.DEFAULT)
        .isEqualTo(new ScoreConfig(5, 0.3, 90, 14, 90, 20, 10, 0.02, 3, 5, 0.85));
  }

  @Test
  void namesKeyValueAndRangeOfWhatItRefuses() {
    assertThatThrownBy(() -> new ScoreConfig(1, 0.3, 90, 14, 90, 20, 10, 0.02, 3, 5, 0.85))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("score.mass_reach is 1")
        .hasMessageContaining("2 to");
    assertThatThrownBy(() -> new ScoreConfig(5, Double.NaN, 90, 14, 90, 20, 10, 0.02, 3, 5, 0.85))
        .hasMessageContaining("score.reuse_share");
    assertThatThrownBy(() -> new ScoreConfig(5, 0.3, 90, 0, 90, 20, 10, 0.02, 3, 5, 0.85))
        .hasMessageContaining("score.reply_horizon_days");
  }
}
