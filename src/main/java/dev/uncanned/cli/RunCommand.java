package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.RunRecord;
import dev.uncanned.pipeline.RunRequest;
import dev.uncanned.pipeline.RunResult;
import dev.uncanned.pipeline.Runner;
import dev.uncanned.pipeline.Upkeep;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.store.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads archives and publishes tables and a report. */
@Command(
    name = "run",
    description = "Reads archives and publishes tables and a report.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 done or nothing new, 64 usage, 65 bad data, 66 no input, 70 bug,",
      "73 output cannot be made, 74 I/O, 75 try again, 77 rights, 78 configuration."
    })
final class RunCommand implements Callable<Integer> {

  /** A shell adds this to the number of the signal that ended a program. */
  private static final int SIGNALS = 128;

  private static final int MOST_SIGNALS = 32;
  private static final int MOST_CODES = 255;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "files and folders to read, mixed formats welcome")
  private List<Path> archives;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Mixin private RunInputs inputs;

  @Option(
      names = "--until",
      paramLabel = "STAGE",
      defaultValue = "report",
      description = "stop after ingest, cluster, score or report; report publishes")
  private RunRequest.Until until;

  @Mixin private ClusterOption cluster;

  @Mixin private BadFiles badFiles;

  @Option(
      names = "--salvage",
      description =
          "read ZIPs that are cut off up to the cut; they count as bad files all the same")
  private boolean salvage;

  @Option(
      names = "--accept-shrink",
      description =
          "publish although archives have lost messages since the last run or are missing")
  private boolean acceptShrink;

  @Option(
      names = "--only",
      paramLabel = "DATE",
      description =
          "work out this day of sender_daily again, as of itself, and take all else over from the"
              + " newest generation; needs the same day as --as-of")
  private LocalDate only;

  @Option(names = "--force", description = "run although nothing has changed")
  private boolean force;

  @Option(
      names = "--rebuild",
      description =
          "read and cluster everything anew, each text on the night that brought it first; needed"
              + " after a change of the settings of text or clusters")
  private boolean rebuild;

  @Mixin private LockWait lockWait;

  @Option(
      names = "--noop-exit-code",
      paramLabel = "N",
      defaultValue = "0",
      description = "exit code where nothing has changed; 99 makes a task of Airflow skipped")
  private int noopExitCode;

  @Option(
      names = "--keep-all",
      description = "keep all generations; default: remove those that uncanned gc would")
  private boolean keepAll;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "figures of the run for Prometheus, replaced after each run")
  private Path metrics;

  @Mixin private LogOptions log;

  @Override
  public Integer call() {
    requireOneDay();
    requireFreeCode();
    if (metrics != null) {
      OutputFile.requireWritable(metrics, "--metrics-file");
    }
    RunResult result = result();
    if (result.status().equals("published") && !keepAll) {
      collect();
    }
    return result.status().equals("unchanged") ? noopExitCode : 0;
  }

  private RunResult result() {
    return log.watch(spec.commandLine().getErr(), this::run, this::leaveMetrics);
  }

  private RunResult run(RunRecord record, ProgressLine line) {
    RunResult result =
        new Runner(System.getenv(), System.getProperty("user.home"), record).run(request());
    line.ends(result);
    // What is published is told whatever becomes of the metrics.
    say(result);
    return result;
  }

  private void say(RunResult result) {
    try {
      spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
      spec.commandLine().getOut().flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a result is always JSON", impossible);
    }
  }

  private void leaveMetrics(RunRecord record) {
    if (metrics != null) {
      MetricsFile.write(metrics, record.summary(), Instant.now());
    }
  }

  /** A scheduler must not take one end for another. */
  private void requireFreeCode() {
    boolean taken =
        Arrays.stream(ExitCode.values())
            .anyMatch(code -> code != ExitCode.OK && code.number() == noopExitCode);
    boolean signal = noopExitCode > SIGNALS && noopExitCode <= SIGNALS + MOST_SIGNALS;
    if (noopExitCode < 0 || noopExitCode > MOST_CODES || taken || signal) {
      throw new ParameterException(
          spec.commandLine(),
          "--noop-exit-code is 0 to 255, and none of those that mean something else: see the exit codes"
              + " in uncanned run --help, and 129 to 160 for signals");
    }
  }

  private void requireOneDay() {
    boolean publishes = until == RunRequest.Until.REPORT;
    if (only != null && (!only.equals(inputs.asOf()) || !publishes || rebuild)) {
      throw new ParameterException(
          spec.commandLine(),
          "--only DATE works out that day as of itself and publishes it: give the same day to"
              + " --as-of, and neither --until nor --rebuild");
    }
  }

  private RunRequest request() {
    return new RunRequest(
        archives,
        out,
        inputs.roster(),
        inputs.asOf(),
        only,
        inputs.config(),
        inputs.keyFile(),
        until,
        cluster.master(),
        badFiles.allowed(),
        salvage,
        acceptShrink,
        force || rebuild,
        rebuild,
        lockWait.seconds());
  }

  /** Tidies up unless another run is at it, which will do so itself. */
  private void collect() {
    try {
      new Upkeep(out, 0).collect(Retention.USUAL, Instant.now(), false);
    } catch (UserException busy) {
      if (busy.exitCode() != ExitCode.TRY_AGAIN) {
        throw busy;
      }
    }
  }
}
