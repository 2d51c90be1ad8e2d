package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.cli.Uncanned;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run whose input is too bad publishes nothing, and leaves what it takes to find out why. */
@Tag("spark")
class RejectedRunTest {

  private static final String HEADER = "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n";
  private static final String GOOD = "Ann,u,Bob,2025-01-02 03:04:05 UTC,hello,INBOX\n";
  private static final String BAD = "=cmd\u202E,\u001B[31m\n";
  private static final int RECORDS = 30;

  @TempDir static Path folder;
  private static Path archive;
  private static Program.Ended run;

  @BeforeAll
  static void runOnBadInput() throws Exception {
    archive = Files.createDirectory(folder.resolve("export"));
    Files.writeString(
        archive.resolve("messages.csv"), HEADER + GOOD.repeat(RECORDS) + BAD.repeat(RECORDS));
    run = WarmProgram.run("run", archive.toString(), "--out", out().toString());
  }

  private static Path out() {
    return folder.resolve("out");
  }

  /** A command in this JVM, as it needs no Spark. */
  private static Program.Ended command(String... arguments) {
    CommandLine line = Uncanned.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Program.Ended(line.execute(arguments), out.toString(), err.toString());
  }

  private static Program.Ended quarantine(String command, String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(
        new String[] {"quarantine", command, "--rejected", "--out=" + out()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return command(all);
  }

  private static JsonNode list() throws IOException {
    Program.Ended listed = quarantine("list");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out().strip().lines()).hasSize(1);
    return new ObjectMapper().readTree(listed.out());
  }

  @Test
  void endsWith65AndPublishesNothing() throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(RECORDS + " of " + 2 * RECORDS + " records cannot be read")
        .contains("nothing was published");
    assertThat(command("status", "--out=" + out()).exitCode()).isEqualTo(66);
    Path json = out().resolve("rejected/run.json");
    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertThat(read.get("status").asText()).isEqualTo("rejected");
    assertThat(read.get("checks").findValuesAsText("outcome")).contains("FAIL");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(json.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void listCountsByInputAndReason() throws IOException {
    JsonNode line = list();
    assertThat(line.get("reason_code").asText()).isEqualTo("csv_columns");
    assertThat(line.get("records").asInt()).isEqualTo(RECORDS);
    assertThat(line.get("path").asText()).isEqualTo(archive.resolve("messages.csv").toString());
  }

  @Test
  void showEscapesWhatCouldMoveTheCursor() throws IOException {
    Program.Ended shown = quarantine("show", list().get("first").asText());
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains("reason_code: csv_columns")
        .contains("entry: messages.csv")
        .contains("  | =cmd\\u202e,\\u001b[31m")
        .doesNotContain("\u001B", "\u202E");
    assertThat(quarantine("show", "none").exitCode()).isEqualTo(66);
  }

  @Test
  void exportIsForTheOwnerOnlyAndComputesNothing() throws IOException {
    Path csv = folder.resolve("q.csv");
    assertThat(quarantine("export", "--to=" + csv).exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(csv)).contains("\"'=cmd").doesNotContain("\"=");
    assertThat(quarantine("export", "--to=" + csv).exitCode()).as("never overwrites").isEqualTo(73);
    Path lines = folder.resolve("q.jsonl");
    assertThat(quarantine("export", "--format=jsonl", "--to=" + lines).exitCode()).isZero();
    assertThat(Files.readAllLines(lines)).hasSize(RECORDS);
  }

  @Test
  void retryReadsTheArchivesAgain() throws IOException {
    JsonNode same = new ObjectMapper().readTree(quarantine("retry").out());
    assertThat(same.get("quarantined").asInt()).isEqualTo(RECORDS);
    assertThat(same.get("still_rejected").asInt()).isEqualTo(RECORDS);
    Path file = archive.resolve("messages.csv");
    String bad = Files.readString(file);
    Files.writeString(file, HEADER + GOOD.repeat(2 * RECORDS));
    JsonNode mended = new ObjectMapper().readTree(quarantine("retry").out());
    assertThat(mended.get("read_now").asInt()).isEqualTo(RECORDS);
    Files.delete(file);
    Files.delete(archive);
    Program.Ended moved = quarantine("retry");
    assertThat(moved.exitCode()).isEqualTo(66);
    assertThat(moved.err()).contains("no longer there");
    Files.createDirectory(archive);
    Files.writeString(file, bad);
  }
}
