package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextConfigTest {

  @Test
  void hasDefaults() {
    assertThat(TextConfig.defaults().min_tokens()).isEqualTo(8);
    assertThat(TextConfig.defaults().max_chars()).isEqualTo(20_000);
    assertThat(TextConfig.defaults().languages()).contains("en", "de", "pl");
  }

  @Test
  void namesTheKeyThatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextConfig(0, 1000, List.of("en")))
        .withMessageContaining("min_tokens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextConfig(8, 1, List.of("en")))
        .withMessageContaining("max_chars");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextConfig(8, 1000, List.of("EN")))
        .withMessageContaining("languages");
    assertThatIllegalArgumentException().isThrownBy(() -> new TextConfig(8, 1000, List.of()));
  }
}
