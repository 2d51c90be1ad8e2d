package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** How a command tells on standard error what it does. */
final class LogOptions {

  private static final long HEARTBEAT_MILLIS = 30_000;
  private static final long REDRAW_MILLIS = 500;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json, one object a line, on standard error; default: text")
  private Format format;

  @Option(names = "--quiet", description = "no progress on standard error")
  private boolean quiet;

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
  record Shown(ProgressLine line, ScheduledExecutorService timer) implements AutoCloseable {

    @Override
    public void close() {
      timer.shutdownNow();
      line.closeLine();
    }
  }

  /** Begins to show progress. */
  Shown show(PrintWriter out) {
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

  /** Says that a run was told to stop, and has. */
  void tellStopped(PrintWriter out) {
    String message = "stopped by a signal; nothing was published";
    boolean json = format == Format.JSON;
    out.println(json ? ErrorLine.json(ExitCode.TERMINATED, message) : ErrorLine.text(message));
    out.flush();
  }

  private Style style(boolean terminal) {
    if (quiet) {
      return Style.QUIET;
    }
    if (format == Format.JSON) {
      return Style.JSON;
    }
    return terminal ? Style.TERMINAL : Style.TEXT;
  }
}
