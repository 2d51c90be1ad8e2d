package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMemoryTest {

  @TempDir Path folder;

  @Test
  void ledgerOfANewerProgramAsksForAnUpdateWhateverFieldsItHas() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ledger.json"), "{\"format_version\": \"99\", \"unheard_of\": [1]}");
    assertThatThrownBy(() -> RunMemory.ledger(file))
        .isInstanceOfSatisfying(
            UserException.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("update the program");
  }
}
