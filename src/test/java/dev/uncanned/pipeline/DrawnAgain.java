package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws reports of what is published once more. */
final class DrawnAgain {

  private DrawnAgain() {}

  /** Runs the command into a file. */
  static Program.Ended draw(Path out, Path to, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("report", "--out", out.toString()));
    arguments.addAll(List.of("--to", to.toString()));
    arguments.addAll(Arrays.asList(more));
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  /** The newest page as it was published and as it is drawn now must be the same bytes. */
  static void isThePublishedPage(Path out, Path scratch) throws IOException {
    Path to = scratch.resolve("again.html");
    Program.Ended drawn = draw(out, to);
    assertThat(drawn.exitCode()).as(drawn.err()).isZero();
    assertThat(to)
        .hasSameBinaryContentAs(Outputs.newest(out).folder().resolve("reports/index.html"));
  }
}
