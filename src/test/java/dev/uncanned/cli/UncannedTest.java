package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the program says of a command line that is wrong, and of its own bugs. */
class UncannedTest {

  private static String complaint(String... arguments) {
    CommandLine line = Uncanned.commandLine();
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err));
    assertThat(line.execute(arguments)).isEqualTo(ExitCode.USAGE.number());
    return err.toString();
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
