package dev.uncanned.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignatureConfigTest {

  @Test
  void defaultsTo144Slots() {
    assertThat(SignatureConfig.defaults().slots()).isEqualTo(144);
  }

  @Test
  void namesKeyValueAndRangeOfAnImpossibleValue() {
    assertThatThrownBy(() -> new SignatureConfig(0, 32, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shingle_words is 0, but must be between 1 and 16");
    assertThatThrownBy(() -> new SignatureConfig(2, 257, 4, 1)).hasMessageContaining("bands is");
    assertThatThrownBy(() -> new SignatureConfig(2, 32, -1, 1)).hasMessageContaining("rows is");
    assertThatThrownBy(() -> new SignatureConfig(2, 256, 64, 1))
        .hasMessage("bands * rows is 16384, but must be between 1 and 1024");
  }
}
