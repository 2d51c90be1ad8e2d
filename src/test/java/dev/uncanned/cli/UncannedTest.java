package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the program says of a command line that is wrong, and of its own bugs. */
class UncannedTest {

  @TempDir Path folder;

  private static String complaint(String... arguments) {
    return complaint(ExitCode.USAGE, arguments);
  }

  private static String complaint(ExitCode code, String... arguments) {
    CommandLine line = Uncanned.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    assertThat(line.execute(arguments)).as(err.toString()).isEqualTo(code.number());
    assertThat(out.toString()).isEmpty();
    return err.toString();
  }

  /** What leaves the process on standard output. */
  private static String said(String... arguments) {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, false, StandardCharsets.UTF_8));
    try {
      assertThat(Uncanned.ended(arguments)).isZero();
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatACommandPrintsLeavesTheProcess() {
    assertThat(said("config", "print")).contains("cluster:\n").contains("threshold: 0.5");
    assertThat(said("config", "print", "--origin"))
        .contains("cluster.threshold: 0.5  # default" + System.lineSeparator());
    assertThat(said("--version")).contains("uncanned");
  }

  @Test
  void aWordThatIsNoCommandIsNeverAnsweredWithTheHelpOfAnother() {
    assertThat(complaint("frobnicate"))
        .contains("there is no command frobnicate")
        .contains("see uncanned --help")
        .doesNotContain("did you mean");
    assertThat(complaint("reprot", "--help")).contains("did you mean report?");
    assertThat(complaint("stats", "--help")).contains("did you mean status?");
    assertThat(complaint("--help", "stats")).contains("there is no command stats");
    assertThat(complaint("config", "prnt", "--help")).contains("did you mean print?");
    assertThat(complaint("run", "in", "--out", "out", "--rostr", "x"))
        .contains("Unknown option")
        .contains("did you mean --roster?");
  }

  @Test
  void helpOfACommandIsNoMistake() {
    assertThat(said("--help")).contains("Usage: uncanned");
    assertThat(said("run", "--help")).contains("Usage: uncanned run");
    assertThat(said("help", "gc")).contains("Usage: uncanned gc");
    assertThat(said("config", "print", "--help")).contains("Usage: uncanned config print");
  }

  @Test
  void aDayIsAskedForInTheFormThatIsRead() {
    assertThat(complaint("run", "in", "--out", "out", "--as-of", "31.10.2026"))
        .contains("--as-of")
        .contains("'31.10.2026' is no day; write it as YYYY-MM-DD")
        .doesNotContain("java");
  }

  @Test
  void numbersThatMeanNothingAreRefusedAtOnce() {
    String[] run = {"run", "in", "--out", folder.resolve("out").toString()};
    for (String wrong : List.of("999", "-1", "70", "75", "130", "143", "256")) {
      assertThat(complaint(with(run, "--noop-exit-code", wrong))).contains("--noop-exit-code");
    }
    assertThat(complaint(with(run, "--allow-bad-files", "-3"))).contains("0 or more files");
    assertThat(complaint(ExitCode.NO_INPUT, with(run, "--noop-exit-code", "99")))
        .as("a right number, and the next complaint")
        .contains("there is no such file or folder");
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void filesThatCannotBeWrittenAreFoundBeforeTheWork() {
    String nowhere = folder.resolve("none/x").toString();
    String out = folder.resolve("out").toString();
    assertThat(
            complaint(ExitCode.CANNOT_CREATE, "run", "in", "--out", out, "--metrics-file", nowhere))
        .contains(nowhere)
        .contains("check --metrics-file");
    for (String option : List.of("--csv", "--json", "--page")) {
      assertThat(complaint(ExitCode.CANNOT_CREATE, "sweep", "in", option, nowhere))
          .contains("check " + option);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aWrongCommandLineIsOneObjectTooWhereJsonIsAskedFor() throws Exception {
    for (String[] asked :
        List.of(
            new String[] {"run", "in", "--log-format", "json", "--what\u001b[2J\nis"},
            new String[] {"run", "in", "--what\u001b[2J\nis", "--log-format=JSON"})) {
      String said = complaint(asked);
      assertThat(said.strip()).doesNotContain("\n").doesNotContain("\u001b");
      JsonNode line = new ObjectMapper().readTree(said);
      assertThat(line.get("exit_code").asInt()).isEqualTo(64);
      assertThat(line.get("message").asText()).endsWith("; see uncanned run --help");
    }
  }

  @Test
  void aWrongCommandLineIsToldWithoutItsControlCharacters() {
    assertThat(complaint("run", "in", "--out", "out", "--what\u001b[2J\nis"))
        .contains("--what\\u001b[2J\\u000ais")
        .endsWith("see uncanned run --help" + System.lineSeparator())
        .doesNotContain("\u001b");
  }

  @Test
  void theTraceOfABugIsPartOfTheObject() throws Exception {
    String json = ErrorLine.json(ExitCode.INTERNAL, "a bug", new IllegalStateException("lost"));
    assertThat(json).doesNotContain("\n");
    assertThat(new ObjectMapper().readTree(json).get("trace").get(0).asText())
        .isEqualTo("java.lang.IllegalStateException: lost");
  }
}
