package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How the commands that need labels end when something is wrong with what they are given. */
class EvaluateCommandTest {

  private static final int USAGE = 64;
  private static final int DATA = 65;
  private static final int NO_INPUT = 66;
  private static final String HEADER = "sender,recipient,sent_at,kind,campaign,mass_send\n";

  @TempDir Path folder;

  private record Ended(int code, String err) {}

  private static Ended run(Object... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Uncanned.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return new Ended(line.execute(words), err.toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text);
  }

  private Ended evaluate(Path truth) {
    return run("evaluate", "--truth", truth, "--out", folder.resolve("out"));
  }

  @Test
  void missingArgumentIsAMistakeOfUse() {
    assertThat(run("evaluate", "--out", folder).code()).isEqualTo(USAGE);
    assertThat(run("label", "score", "--out", folder).code()).isEqualTo(USAGE);
    assertThat(run("label", "draw", "--out", folder, "--sheet", "x", "--size", "0").code())
        .isEqualTo(USAGE);
    assertThat(run("label", "draw", "--out", folder, "--sheet", "x", "--question", "age").code())
        .isEqualTo(USAGE);
  }

  @Test
  void missingLabelsAreNoInput() {
    Ended ended = evaluate(folder.resolve("none.csv"));
    assertThat(ended.code()).isEqualTo(NO_INPUT);
    assertThat(ended.err()).contains("none.csv").hasLineCount(1);
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    Ended ended = evaluate(file("sender,recipient,sent_at,kind,mass_send\n"));
    assertThat(ended.code()).isEqualTo(DATA);
    assertThat(ended.err()).contains("the column campaign is missing").hasLineCount(1);
  }

  @Test
  void emptyLabelsAreBadData() throws IOException {
    assertThat(evaluate(file("")).code()).isEqualTo(DATA);
    Ended ended = evaluate(file(HEADER));
    assertThat(ended.code()).isEqualTo(DATA);
    assertThat(ended.err()).contains("has no labels").hasLineCount(1);
  }

  @Test
  void badValueIsFoundByItsRowAndNotShown() throws IOException {
    Ended ended = evaluate(file(HEADER + "a,b,,hand,,false\nzoe,b,soon,hand,,false\n"));
    assertThat(ended.code()).isEqualTo(DATA);
    assertThat(ended.err()).contains("row 2: sent_at").doesNotContain("zoe", "soon");
  }

  @Test
  void nothingPublishedIsNoInput() throws IOException {
    Ended ended = evaluate(file(HEADER + "a,b,,hand,,false\n"));
    assertThat(ended.code()).isEqualTo(NO_INPUT);
    assertThat(ended.err()).contains("nothing is published").hasLineCount(1);
  }

  @Test
  void aSweepIsCheckedBeforeAnythingIsRead() throws IOException {
    Path archive = file("");
    assertThat(run("sweep").code()).isEqualTo(USAGE);
    assertThat(run("sweep", archive, "--threshold", "half").code()).isEqualTo(USAGE);
    Ended range = run("sweep", archive, "--threshold", "0.5,1.5", "--quiet");
    assertThat(range.code()).isEqualTo(USAGE);
    assertThat(range.err()).contains("threshold is 1.5").hasLineCount(1);
    assertThat(run("sweep", folder.resolve("none"), "--quiet").code()).isEqualTo(NO_INPUT);
    Ended truth = run("sweep", archive, "--truth", folder.resolve("none.csv"), "--quiet");
    assertThat(truth.code()).isEqualTo(NO_INPUT);
    assertThat(truth.err()).contains("none.csv").hasLineCount(1);
  }

  @Test
  void sheetsThatAreNoneAreBadData() throws IOException {
    Path sheet = file("message_id,recipient_id\n1,2\n");
    Ended ended = run("label", "score", "--out", folder.resolve("out"), sheet);
    assertThat(ended.code()).isEqualTo(DATA);
    assertThat(ended.err()).contains("needs the columns").hasLineCount(1);
    Path unknown = file("message_id,recipient_id,mass_send\n1,2,perhaps\n");
    assertThat(run("label", "score", "--out", folder.resolve("out"), unknown).err())
        .contains("row 1: mass_send takes yes, no");
    assertThat(run("label", "score", "--out", folder, folder.resolve("none.csv")).code())
        .isEqualTo(NO_INPUT);
  }
}
