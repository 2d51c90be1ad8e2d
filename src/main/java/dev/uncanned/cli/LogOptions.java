package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.RunRecord;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How a command tells on standard error what it does. */
final class LogOptions {

  static final String NAME = "--log-format";

  private static final long HEARTBEAT_MILLIS = 30_000;
  private static final long REDRAW_MILLIS = 500;

  @Option(
      names = NAME,
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json, one object a line, on standard error; default: text")
  private Format format;

  @Option(names = "--quiet", description = "no progress on standard error")
  private boolean quiet;

  /**
   * Whether a command line that could not be read as a whole asks for JSON.
   *
   * @param arguments as they were typed
   */
  static boolean wantsJson(List<String> arguments) {
    String all = String.join("\n", arguments).toLowerCase(Locale.ROOT) + "\n";
    return all.contains(NAME + "=json\n") || all.contains(NAME + "\njson\n");
  }

  /** Whether standard error is for machines. */
  boolean json() {
    return format == Format.JSON;
  }

  /** What the user chooses. */
  enum Format {
    TEXT,
    JSON
  }

  /** What comes of it. */
  enum Style {
    QUIET,
    TERMINAL,
    TEXT,
    JSON
  }

  /** Something that shows progress until it is closed. */
  private record Shown(ProgressLine line, ScheduledExecutorService timer) implements AutoCloseable {

    @Override
    public void close() {
      timer.shutdownNow();
      line.closeLine();
    }
  }

  private Shown show(PrintWriter out) {
    Style style = style(System.console() != null);
    ProgressLine line = new ProgressLine(out, style, Clock.systemUTC());
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    if (style != Style.QUIET) {
      long every = style == Style.TERMINAL ? REDRAW_MILLIS : HEARTBEAT_MILLIS;
      timer.scheduleAtFixedRate(line::beats, every, every, TimeUnit.MILLISECONDS);
    }
    return new Shown(line, timer);
  }

  /** Does some work and shows its progress, until it ends or the process is told to stop. */
  <T> T watch(PrintWriter out, BiFunction<RunRecord, ProgressLine, T> work) {
    return watch(out, work, record -> {});
  }

  /**
   * The same.
   *
   * @param leave is told how it ended before the process may end
   */
  <T> T watch(
      PrintWriter out, BiFunction<RunRecord, ProgressLine, T> work, Consumer<RunRecord> leave) {
    try (Shown shown = show(out)) {
      RunRecord record = new RunRecord(shown.line(), Clock.systemUTC());
      StopSignal signal = new StopSignal(record, () -> tellStopped(out));
      try {
        return work.apply(record, shown.line());
      } catch (RuntimeException | Error failure) {
        record.failed(failure);
        throw failure;
      } finally {
        try {
          leave.accept(record);
        } finally {
          signal.runHasEnded();
        }
      }
    }
  }

  /** Says that a run was told to stop, and has. */
  private void tellStopped(PrintWriter out) {
    String message = "stopped by a signal; nothing was published";
    out.println(json() ? ErrorLine.json(ExitCode.TERMINATED, message) : ErrorLine.text(message));
    out.flush();
  }

  private Style style(boolean terminal) {
    if (quiet) {
      return Style.QUIET;
    }
    if (json()) {
      return Style.JSON;
    }
    return terminal ? Style.TERMINAL : Style.TEXT;
  }
}
