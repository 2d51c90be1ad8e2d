package dev.uncanned.cli;

import dev.uncanned.pipeline.Progress;
import dev.uncanned.pipeline.RunResult;
import java.io.PrintWriter;

/** Shows on standard error which step a run is at and how it ended. */
final class ProgressLine implements Progress {

  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final boolean quiet;
  private final long start = System.nanoTime();

  ProgressLine(PrintWriter out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  @Override
  public void begins(String step) {
    if (!quiet) {
      double seconds = (System.nanoTime() - start) / NANOS;
      out.printf(java.util.Locale.ROOT, "uncanned: %6.1f s  %s%n", seconds, step);
      out.flush();
    }
  }

  /** Says in words what the run did. */
  void ends(RunResult result) {
    switch (result.status()) {
      case "unchanged" ->
          out.println("uncanned: nothing new; the published tables stay as they are");
      case "stopped" -> out.println("uncanned: stopped as asked; nothing was published");
      default ->
          out.println(
              "uncanned: "
                  + result.messages()
                  + " messages, "
                  + result.mass_sends()
                  + " mass sends, "
                  + result.rejected()
                  + " records rejected");
    }
    if (result.report() != null) {
      out.println("uncanned: report: " + result.report());
    }
    out.flush();
  }
}
