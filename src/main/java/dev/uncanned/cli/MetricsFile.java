package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Resources;
import dev.uncanned.pipeline.RunSummary;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the figures of a run for Prometheus, as the textfile collector of node_exporter reads
 * them: numbers only, replaced in one step, after every run however it ended.
 *
 * <p>Format: Prometheus text exposition format 0.0.4.
 */
final class MetricsFile {

  private static final String PREFIX = "uncanned_";
  private static final String SUCCESS = PREFIX + "last_success_timestamp_seconds";

  private final StringBuilder text = new StringBuilder();

  private MetricsFile() {}

  /**
   * Replaces the file.
   *
   * @param now when the run ended; where it failed the time of the last success is kept
   * @throws UserException if the file cannot be written after a run that went well; after one that
   *     failed, that failure is what counts
   */
  static void write(Path file, RunSummary run, Instant now) {
    try {
      boolean success = run.exit_code() == 0;
      String last = success ? Long.toString(now.getEpochSecond()) : lastSuccess(file);
      Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
      Files.writeString(fresh, of(run, last));
      // It holds numbers only, and whoever collects them is another user.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      if (run.exit_code() != 0) {
        return;
      }
      throw new UserException(
          ExitCode.IO, file + ": the metrics cannot be written; check --metrics-file");
    }
  }

  private static String lastSuccess(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(SUCCESS + " "))
        .map(line -> line.substring(SUCCESS.length() + 1))
        .findFirst()
        .orElse(null);
  }

  /** The whole text. */
  static String of(RunSummary run, String lastSuccess) {
    MetricsFile file = new MetricsFile();
    file.gauge(
        "last_run_exit_code", "Exit code of the last run; 75 is worth a retry.", run.exit_code());
    if (lastSuccess != null) {
      file.head(SUCCESS, "When a run last ended with exit code 0.");
      file.text.append(SUCCESS).append(' ').append(lastSuccess).append('\n');
    }
    file.gauge("last_run_duration_seconds", "How long the last run took.", run.seconds());
    file.gauge("generation", "Generation that readers see.", run.generation());
    file.gauge("parts_read", "Parts of archives that were read.", run.parts_read());
    file.gauge("parts_reused", "Parts whose rows an earlier run had read.", run.parts_reused());
    file.gauge("messages", "Messages published, copies joined.", run.messages());
    file.gauge("rejected_records", "Records that could not be read.", run.rejected());
    file.gauge("published_bytes", "Size of tables and reports.", run.published_bytes());
    file.resources(run.resources());
    file.steps(run.milliseconds());
    file.checks(run);
    return file.text.toString();
  }

  private void resources(Resources used) {
    if (used == null) {
      return;
    }
    gauge("peak_heap_bytes", "Upper bound of the peak of the heap.", used.peak_heap_bytes());
    gauge("peak_rss_bytes", "Peak of the resident memory.", used.peak_rss_bytes());
    gauge("spill_bytes", "Bytes that did not fit into memory.", used.spill_bytes());
    gauge("shuffle_bytes", "Bytes that tasks wrote for each other.", used.shuffle_bytes());
    gauge("task_seconds", "Running time of all tasks.", used.task_seconds());
    gauge("task_skew", "Longest against median task of the most uneven stage.", used.skew());
  }

  private void steps(Map<String, Long> milliseconds) {
    if (!milliseconds.isEmpty()) {
      head(PREFIX + "step_seconds", "How long each step took; steps overlap.");
      new TreeMap<>(milliseconds)
          .forEach(
              (step, millis) ->
                  sample("step_seconds", "{step=\"" + step + "\"}", BigDecimal.valueOf(millis, 3)));
    }
  }

  /** How many inputs have each outcome of each check. */
  private void checks(RunSummary run) {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (RunSummary.Check check : run.checks()) {
      String labels = "{check=\"" + check.measure() + "\",outcome=\"" + check.outcome() + "\"}";
      outcomes.merge(labels, 1, Integer::sum);
    }
    if (!outcomes.isEmpty()) {
      head(PREFIX + "checks", "Checks by outcome, of the run and of its inputs.");
      outcomes.forEach((labels, n) -> sample("checks", labels, n));
    }
  }

  /** A figure without labels; left out if it is not known. */
  private void gauge(String name, String help, Number value) {
    if (value != null) {
      head(PREFIX + name, help);
      sample(name, "", value);
    }
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String labels, Number value) {
    String number = new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    text.append(PREFIX).append(name).append(labels).append(' ').append(number).append('\n');
  }
}
