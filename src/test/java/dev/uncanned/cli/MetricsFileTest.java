package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.pipeline.Resources;
import dev.uncanned.pipeline.RunSummary;
import dev.uncanned.pipeline.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-z_]+=\"[^\"\\\\\\n]*\"(,[a-z_]+=\"[^\"\\\\\\n]*\")*\\})?"
              + " (-?[0-9]+(\\.[0-9]+)?)");
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;

  private static RunSummary run(int exitCode) {
    return new RunSummary(
        exitCode == 0 ? "published" : "failed",
        exitCode,
        exitCode == 0 ? null : "/home/anna/in.zip: no such file",
        "r1",
        "key",
        7,
        "2026-11-22",
        "0.1.0",
        "1",
        NOW.toString(),
        12.5,
        "publish",
        Map.of("table messages", 1_250L, "archive", 3_000L),
        2,
        5,
        exitCode == 0 ? 1_000_000L : null,
        exitCode == 0 ? 3L : null,
        exitCode == 0 ? 123_456_789_012L : null,
        List.of(
            new RunSummary.Check("quarantined", null, 3, 100, "warn"),
            new RunSummary.Check("quarantined", "0123", 3, 10, "warn"),
            new RunSummary.Check("lost", null, 0, 100, "pass")),
        new Resources(1, null, 9, 1, 1, 1, 1, 0, 3.25, null));
  }

  /** Reads the text by the grammar of the format; each metric has its type before its samples. */
  private static Map<String, String> samples(String text) {
    Map<String, String> samples = new HashMap<>();
    Set<String> typed = new HashSet<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ");
        assertThat(words).hasSize(4).endsWith("gauge");
        assertThat(typed.add(words[2])).as(line).isTrue();
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(typed).as(line).contains(sample.group(1));
        String labels = sample.group(2) == null ? "" : sample.group(2);
        assertThat(samples.put(sample.group(1) + labels, sample.group(4))).isNull();
      }
    }
    assertThat(text).endsWith("\n");
    return samples;
  }

  @Test
  void numbersAreThoseOfTheRunAndUnknownOnesAreLeftOut() {
    Map<String, String> samples = samples(MetricsFile.of(run(0), "5"));
    assertThat(samples)
        .containsEntry("uncanned_last_run_exit_code", "0")
        .containsEntry("uncanned_last_success_timestamp_seconds", "5")
        .containsEntry("uncanned_messages", "1000000")
        .containsEntry("uncanned_published_bytes", "123456789012")
        .containsEntry("uncanned_last_run_duration_seconds", "12.5")
        .containsEntry("uncanned_step_seconds{step=\"table messages\"}", "1.25")
        .containsEntry("uncanned_checks{check=\"quarantined\",outcome=\"warn\"}", "2")
        .doesNotContainKeys("uncanned_peak_rss_bytes", "uncanned_task_skew");
  }

  @Test
  void aFailureKeepsTheTimeOfTheLastSuccessAndTellsNoPath() throws Exception {
    Path file = folder.resolve("uncanned.prom");
    MetricsFile.write(file, run(70), NOW);
    assertThat(samples(Files.readString(file)))
        .doesNotContainKey("uncanned_last_success_timestamp_seconds");
    MetricsFile.write(file, run(0), NOW);
    MetricsFile.write(file, run(70), NOW.plusSeconds(86_400));
    String text = Files.readString(file);
    assertThat(samples(text))
        .containsEntry("uncanned_last_run_exit_code", "70")
        .containsEntry(
            "uncanned_last_success_timestamp_seconds", Long.toString(NOW.getEpochSecond()))
        .doesNotContainKey("uncanned_messages");
    assertThat(text).doesNotContain("anna");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("another user collects it")
        .isEqualTo("rw-r--r--");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenFailsARunThatWentWellAndHidesNoOtherFailure() {
    Path file = folder.resolve("missing").resolve("uncanned.prom");
    assertThatThrownBy(() -> MetricsFile.write(file, run(0), NOW))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--metrics-file");
    assertThatCode(() -> MetricsFile.write(file, run(70), NOW)).doesNotThrowAnyException();
  }
}
