package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How an export ends when something is wrong with what it is asked for. */
class ExportCommandTest {

  private static final int USAGE = 64;
  private static final int NO_INPUT = 66;

  @TempDir Path folder;

  private record Ended(int code, String err) {}

  private Ended export(String... more) {
    List<String> words = new ArrayList<>(List.of("export", "--quiet", "--out", out().toString()));
    words.addAll(List.of("--to", folder.resolve("to").toString()));
    words.addAll(List.of(more));
    StringWriter err = new StringWriter();
    CommandLine line = Uncanned.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err));
    return new Ended(line.execute(words.toArray(String[]::new)), err.toString());
  }

  private Path out() {
    return folder.resolve("out");
  }

  @Test
  void aReleaseNeedsAName() {
    assertThat(export().code()).isEqualTo(USAGE);
    Ended blank = export("--label", " ");
    assertThat(blank.code()).isEqualTo(USAGE);
    assertThat(blank.err()).contains("--label is blank").hasLineCount(1);
  }

  @Test
  void numbersThatProtectNobodyAreRefused() {
    for (String k : List.of("1", "0", "-5")) {
      Ended ended = export("--label", "a", "--k", k);
      assertThat(ended.code()).isEqualTo(USAGE);
      assertThat(ended.err()).contains("k is " + k).hasLineCount(1);
    }
    Ended jitter = export("--label", "a", "--jitter-days", "-1");
    assertThat(jitter.code()).isEqualTo(USAGE);
    assertThat(jitter.err()).contains("jitter is -1").hasLineCount(1);
  }

  @Test
  void nothingPublishedIsNoInput() throws IOException {
    assertThat(export("--label", "a").code()).as("no folder").isEqualTo(NO_INPUT);
    Files.createDirectories(out());
    Ended ended = export("--label", "a");
    assertThat(ended.code()).isEqualTo(NO_INPUT);
    assertThat(ended.err()).contains("nothing is published there yet").hasLineCount(1);
    assertThat(export("--label", "a", "--generation", "7").code()).isEqualTo(NO_INPUT);
    assertThat(folder.resolve("to")).doesNotExist();
  }
}
