package dev.uncanned.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorConfigTest {

  @Test
  void rejectsTooFewMessages() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeneratorConfig(199, 1));
  }

  @Test
  void budgetsAddUpToTheMessagesAskedFor() {
    GeneratorConfig config = new GeneratorConfig(1_000_003, 1);
    assertThat(config.senders()).isEqualTo(101);
    assertThat(IntStream.range(0, 101).mapToLong(config::budget).sum()).isEqualTo(1_000_003);
  }

  @Test
  void hasASenderForEachGenerationEvenIfSmall() {
    assertThat(new GeneratorConfig(200, 1).senders()).isEqualTo(Generation.values().length);
  }
}
