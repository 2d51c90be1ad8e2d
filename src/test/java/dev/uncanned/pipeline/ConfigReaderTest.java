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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void unknownVariableNamesTheNearest() {
    assertThatThrownBy(
            () -> new ConfigReader().read(null, Map.of("UNCANNED_CLUSTER_TRESHOLD", "hunter2")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("UNCANNED_CLUSTER_TRESHOLD")
        .hasMessageContaining("did you mean UNCANNED_CLUSTER_THRESHOLD?")
        .hasMessageNotContaining("hunter2")
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void variablesOfOthersAreNoKeys() {
    Map<String, String> others =
        Map.of(
            "UNCANNED_MEMORY", "8g",
            "UNCANNED_BENCH", "b",
            "UNCANNED_SERVICE_HOST", "10.0.0.1",
            "UNCANNED_WEB_PORT_80_TCP_ADDR", "10.0.0.1",
            "UNCANNEDX", "1",
            "PATH", "/bin");
    assertThat(new ConfigReader().read(null, others)).isNotNull();
  }

  @Test
  void eachValueSaysWhoHasSetIt() throws IOException {
    Path file = file("cluster: {threshold: 0.6, guard_size: 30}\n");
    assertThat(new ConfigReader().values(file, Map.of("UNCANNED_CLUSTER_THRESHOLD", "0.7")))
        .contains(
            new ConfigValue("cluster.threshold", "0.7", "UNCANNED_CLUSTER_THRESHOLD"),
            new ConfigValue("cluster.guard_size", "30", file.toString()),
            new ConfigValue("cluster.min_tokens", "8", "default"))
        .noneMatch(value -> value.key().equals("cluster"));
  }

  /** What the file holds, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cluster: {threshold: 1.7}        | my.yaml: cluster.threshold is 1.7, but must be
          quality: {shrink: 7}             | my.yaml: quality.shrink is 7.0, but must be from 0 to 1
          text: {languages: []}            | my.yaml: text.languages is empty
          campaign: {phrase_words: 1}      | my.yaml: campaign.phrase_words is 2 to 8
          signature: {bands: 0}            | my.yaml: signature.bands is 0
          score: {mass_reach: 1}           | my.yaml: score.mass_reach is 1, allowed are
          cluster: {threshold: high}       | my.yaml: cluster.threshold must be a number
          cluster: {guard_size: many}      | my.yaml: cluster.guard_size must be a whole number
          entities: {enabled: sometimes}   | my.yaml: entities.enabled must be true or false
          report: {names: all}             | my.yaml: report.names must be roster or pseudonym
          """)
  void aWrongValueNamesFileSectionAndKind(String text, String said) throws IOException {
    Path file = file(text + "\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of())).hasMessageContaining(said);
  }

  @Test
  void aWrongValueOfTheEnvironmentNamesTheVariable() throws IOException {
    Path file = file("cluster: {threshold: 0.6}\n");
    assertThatThrownBy(
            () -> new ConfigReader().read(file, Map.of("UNCANNED_CLUSTER_THRESHOLD", "7")))
        .hasMessageStartingWith("UNCANNED_CLUSTER_THRESHOLD: cluster.threshold is 7.0");
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
    Path file = file("cluster:\n  threshold: : 0.5\n");
    assertThatThrownBy(() -> new ConfigReader().read(file, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("my.yaml line 2: not a YAML file");
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
