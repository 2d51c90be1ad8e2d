package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear line and the right exit code, before any work is done. */
class BadInputTest {

  private static final String ARCHIVES = "data-samples/archives";

  @TempDir Path folder;

  private void expect(int code, String hint, String... arguments) throws Exception {
    Program.Ended ended = new Program(folder.resolve("home")).run(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err().lines().filter(line -> !line.contains(" s  checks")))
        .as(ended.err())
        .anyMatch(line -> line.startsWith("uncanned: ") && line.contains(hint));
    assertThat(ended.err()).doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  @Test
  void missingFolder() throws Exception {
    String missing = folder.resolve("missing").toString();
    expect(66, "there is no such file or folder", "run", missing, "--out", out());
  }

  @Test
  void emptyFolder() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    expect(66, "the folder is empty", "run", empty.toString(), "--out", out());
  }

  @Test
  void unknownKeyInTheConfiguration() throws Exception {
    Path config = Files.writeString(folder.resolve("my.yaml"), "clustr: {threshold: 0.5}\n");
    expect(
        78, "did you mean cluster", "run", ARCHIVES, "--out", out(), "--config", config.toString());
  }

  @Test
  void outputThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    expect(
        73,
        "the output folder cannot be made",
        "run",
        ARCHIVES,
        "--out",
        file.resolve("x").toString());
  }

  @Test
  void rosterWithoutTheNeededColumns() throws Exception {
    Path roster = Files.writeString(folder.resolve("roster.csv"), "name,phone\nAnn,1\n");
    expect(
        65,
        "a first line with the columns sender,email,profile_url,team; of these it has none",
        "run",
        ARCHIVES,
        "--out",
        out(),
        "--roster",
        roster.toString());
  }

  @Test
  void unknownOptionIsAUsageError() throws Exception {
    expect(64, "Unknown option: '--outt'", "run", ARCHIVES, "--out", out(), "--outt", "x");
  }

  @Test
  void nothingPublishedYet() throws Exception {
    expect(66, "nothing is published there yet", "status", "--out", out());
  }
}
