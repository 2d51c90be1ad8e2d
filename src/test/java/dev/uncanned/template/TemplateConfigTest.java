package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplateConfigTest {

  @Test
  void defaultsAreValid() {
    assertThat(TemplateConfig.defaults())
        .isEqualTo(new TemplateConfig(200, 0.8, 0.2, 2, 4_000_000));
  }

  @Test
  void refusesValuesOutOfRangeByName() {
    refused("sample", 0, 0.8, 0.2, 2, 100_000);
    refused("skeleton_support", 200, 0.5, 0.2, 2, 100_000);
    refused("skeleton_support", 200, Double.NaN, 0.2, 2, 100_000);
    refused("slot_fill", 200, 0.8, 0, 2, 100_000);
    refused("min_messages", 200, 0.8, 0.2, 1, 100_000);
    refused("max_cells", 200, 0.8, 0.2, 2, 10);
  }

  private static void refused(
      String key, int sample, double support, double fill, int messages, int cells) {
    assertThatThrownBy(() -> new TemplateConfig(sample, support, fill, messages, cells))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(key + " is ");
  }
}
