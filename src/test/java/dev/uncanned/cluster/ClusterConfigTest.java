package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterConfigTest {

  @Test
  void namesKeyValueAndRangeOfAnImpossibleValue() {
    assertThatThrownBy(() -> new ClusterConfig(0, 0, 20, 8, 5_000_000, 20_000_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threshold is 0.0, but must be above 0 and at most 1");
    assertThatThrownBy(() -> new ClusterConfig(Double.NaN, 0, 20, 8, 5_000_000, 20_000_000))
        .hasMessageContaining("threshold is NaN");
    assertThatThrownBy(() -> new ClusterConfig(0.5, 0.6, 20, 8, 5_000_000, 20_000_000))
        .hasMessageContaining("representative_threshold is 0.6");
    assertThatThrownBy(() -> new ClusterConfig(0.5, 0.35, 0, 8, 5_000_000, 20_000_000))
        .hasMessageContaining("guard_size is 0");
    assertThatThrownBy(() -> new ClusterConfig(0.5, 0.35, 20, -1, 5_000_000, 20_000_000))
        .hasMessageContaining("min_tokens is -1");
  }

  @Test
  void aTaskTakesAsManyTextsAsAreAllowedAndFitItsMemory() {
    ClusterConfig config = new ClusterConfig(0.5, 0.35, 20, 8, 1000, 20_000_000);
    assertThat(config.isForOneTask(1000, Long.MAX_VALUE)).isTrue();
    assertThat(config.isForOneTask(1001, Long.MAX_VALUE)).isFalse();
    assertThat(config.isForOneTask(900, 900L * ClusterConfig.BYTES_A_TEXT)).isTrue();
    assertThat(config.isForOneTask(901, 900L * ClusterConfig.BYTES_A_TEXT)).isFalse();
  }
}
