package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code uncanned run --only DATE} may be asked together with. */
class OneDayTest {

  @TempDir Path folder;

  private void isRefused(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", folder.toString()));
    arguments.add("--out=" + folder.resolve("out"));
    arguments.add("--only=2026-11-01");
    arguments.addAll(List.of(options));
    CommandLine line = Uncanned.commandLine();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));
    assertThat(line.execute(arguments.toArray(String[]::new))).as(err.toString()).isEqualTo(64);
    assertThat(err.toString()).contains("--only DATE");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theDayIsJudgedAsOfItselfByTheStateAsItIsAndIsPublished() {
    isRefused();
    isRefused("--as-of=2026-11-02");
    isRefused("--as-of=2026-11-01", "--until=score");
    isRefused("--as-of=2026-11-01", "--rebuild");
  }
}
