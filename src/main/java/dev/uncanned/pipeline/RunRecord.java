package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Notes what a run does while it does it, so that its end can be told however it ends; and stops it
 * when it is told to. Thread-safe.
 */
public final class RunRecord implements Progress {

  private static final String FILE = "last_run.json";
  private static final double NANOS = 1e9;
  private static final String OWN = "dev.uncanned.";

  private final Progress shown;
  private final Instant startedAt;
  private final long start = System.nanoTime();
  private String status = "failed";
  private int exitCode = ExitCode.INTERNAL.number();
  private String error;
  private PreparedRun run;
  private String asOf;
  private long generation;
  private String step;
  private StageTimes times;
  private long partsRead;
  private long partsReused;
  private RunResult result;
  private Long publishedBytes;
  private List<RunSummary.Check> checks = List.of();
  private SparkWork work;
  private Runnable stop = () -> {};
  private boolean interrupted;

  /**
   * @param shown is told of each step
   * @param clock for the time at which the run started
   */
  public RunRecord(Progress shown, InstantSource clock) {
    this.shown = shown;
    this.startedAt = clock.instant();
  }

  /**
   * Notes the step.
   *
   * @throws UserException if the run was told to stop
   */
  @Override
  public synchronized void begins(String name) {
    requireGoingOn();
    step = name;
    shown.begins(name);
  }

  @Override
  public synchronized void ends(String name) {
    shown.ends(name);
  }

  @Override
  public synchronized void expects(Map<String, Long> milliseconds) {
    shown.expects(milliseconds);
  }

  @Override
  public synchronized void watches(EngineWork engine) {
    shown.watches(engine);
  }

  /** Stops the run at its next step; what the engine is at is cancelled. */
  public void interrupt() {
    Runnable cancel;
    synchronized (this) {
      interrupted = true;
      cancel = stop;
    }
    cancel.run();
  }

  /**
   * Ends the run here if it was told to stop.
   *
   * @throws UserException then
   */
  synchronized void requireGoingOn() {
    if (interrupted) {
      throw stopped();
    }
  }

  static UserException stopped() {
    return new UserException(ExitCode.TERMINATED, "stopped by a signal; nothing was published");
  }

  synchronized boolean interrupted() {
    return interrupted;
  }

  synchronized void understood(PreparedRun prepared) {
    run = prepared;
  }

  synchronized void serves(long number) {
    generation = number;
  }

  synchronized void measures(StageTimes steps) {
    times = steps;
  }

  /** The engine works now. */
  void works(SparkWork engine, Runnable cancel) {
    synchronized (this) {
      work = engine;
      stop = cancel;
    }
    watches(engine);
    requireGoingOn();
  }

  /** The engine works no more. */
  synchronized void rests() {
    stop = () -> {};
  }

  synchronized void reads(long fresh, long all) {
    partsRead = fresh;
    partsReused = all - fresh;
  }

  synchronized void looksUpTo(LocalDate day) {
    asOf = day.toString();
  }

  synchronized void checked(List<QualityGate.Verdict> verdicts) {
    checks =
        verdicts.stream()
            .map(
                one ->
                    new RunSummary.Check(
                        one.measure(),
                        one.input_id(),
                        one.n(),
                        one.of(),
                        one.outcome().name().toLowerCase(Locale.ROOT)))
            .toList();
  }

  synchronized void published(Manifest manifest) {
    publishedBytes = manifest.files().stream().mapToLong(PublishedFile::bytes).sum();
  }

  synchronized void ended(RunResult found) {
    result = found;
    status = found.status();
    exitCode = 0;
    generation = found.generation();
  }

  /** The run has failed; of what is not the program's own doing only the kind is noted. */
  public synchronized void failed(Throwable failure) {
    if (failure instanceof UserException user) {
      exitCode = user.exitCode().number();
      error = user.getMessage();
      boolean rejected = checks.stream().anyMatch(check -> check.outcome().equals("fail"));
      status = rejected ? "rejected" : "failed";
    } else {
      error = failure.getClass().getName() + place(failure);
    }
    if (interrupted) {
      status = "interrupted";
      exitCode = ExitCode.TERMINATED.number();
      error = "stopped by a signal";
    }
  }

  private static String place(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN)) {
        return " at " + frame;
      }
    }
    return "";
  }

  /** All that is noted until now. */
  public synchronized RunSummary summary() {
    boolean done = result != null && result.status().equals("published");
    return new RunSummary(
        status,
        exitCode,
        error,
        run == null ? null : run.runId(),
        run == null ? null : run.key(),
        generation,
        asOf,
        Version.CODE,
        Version.METRICS,
        startedAt.toString(),
        (System.nanoTime() - start) / NANOS,
        step,
        times == null ? new LinkedHashMap<>() : times.inOrder(),
        partsRead,
        partsReused,
        done ? result.messages() : null,
        done ? result.rejected() : null,
        publishedBytes,
        checks,
        work == null ? null : work.resources());
  }

  /** Resources until now, null if the engine has not started. */
  synchronized Resources resources() {
    return work == null ? null : work.resources();
  }

  synchronized long partsRead() {
    return partsRead;
  }

  synchronized long partsReused() {
    return partsReused;
  }

  /**
   * Leaves the summary in the output folder, in one step, for the owner only. Where that fails, as
   * on a full disk, the note of the run before stays; also if nothing was new and that run went
   * well.
   */
  void write(Path out) {
    try {
      boolean nothing = result != null && result.status().equals("unchanged");
      if (!nothing || !lastWentWell(out.resolve(FILE))) {
        replace(out);
      }
    } catch (IOException failure) {
      shown.begins(FILE + " cannot be written");
    }
  }

  private static boolean lastWentWell(Path note) throws IOException {
    if (!Files.isRegularFile(note)) {
      return false;
    }
    try {
      JsonNode last = new ObjectMapper().readTree(note.toFile());
      return last.path("exit_code").asInt(-1) == 0;
    } catch (JsonProcessingException torn) {
      return false;
    }
  }

  private void replace(Path out) throws IOException {
    Path file = out.resolve(FILE);
    Path fresh = out.resolve("." + FILE);
    Files.deleteIfExists(fresh);
    OwnerOnly.createFile(fresh);
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Files.write(fresh, json.writeValueAsBytes(summary()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
