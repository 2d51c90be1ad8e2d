package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my.yaml"), text);
  }

  @Test
  void shippedFileParses() {
    PipelineConfig config = new ConfigReader().read(null, Map.of());
    assertThat(config.cluster().threshold()).isEqualTo(0.5);
    assertThat(config.report().names()).isEqualTo(ReportConfig.Names.ROSTER);
    assertThat(config.text().languages()).contains("no");
  }

  @Test
  void fileGoesOverShippedAndEnvironmentOverFile() throws IOException {
    Path file = file("cluster: {threshold: 0.6, guard_size: 30}\n");
    PipelineConfig config =
        new ConfigReader()
            .read(file, Map.of("UNCANNED_CLUSTER_THRESHOLD", "0.7", "UNCANNED_MEMORY", "8g"));
    assertThat(config.cluster().threshold()).isEqualTo(0.7);
    assertThat(config.cluster().guard_size()).isEqualTo(30);
    assertThat(config.cluster().min_tokens()).isEqualTo(8);
  }

  @Test
  void unknownKeyNamesTheNearest() throws IOException {
    Path file = file("cluster: {treshold: 0.6}\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cluster.treshold")
        .hasMessageContaining("did you mean cluster.threshold?")
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void valueOutOfRangeNamesKeyAndRange() throws IOException {
    Path file = file("cluster: {threshold: 7}\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("threshold is 7.0")
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void wrongTypeIsAConfigurationError() throws IOException {
    Path file = file("cluster: {guard_size: many}\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
        .isInstanceOf(UserException.class);
  }

  @Test
  void brokenYamlIsAConfigurationError() throws IOException {
    Path file = file("cluster: [\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("my.yaml");
  }

  @Test
  void missingFileIsNoInput() {
    assertThatThrownBy(() -> new ConfigReader().read(folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(UserException.class)
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
  }

  @Test
  void aWrongValueIsNeverEchoed() throws IOException {
    for (String wrong :
        List.of(
            "cluster: {threshold: hunter2}",
            "offers: [{name: x, link_domains: {secret: hunter2}}]",
            "report: {names: hunter2}",
            "score: {mass_reach: [hunter2]}")) {
      Path file = Files.writeString(folder.resolve("secret.yaml"), wrong);
      assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
          .as(wrong)
          .isInstanceOf(UserException.class)
          .hasMessageNotContaining("hunter2")
          .hasMessageContaining(wrong.substring(0, wrong.indexOf(':')));
    }
  }
}
