package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStampsTest {

  private static final String MAIL = "From: a@x.example\nTo: b@x.example\n\nhello\n";

  @TempDir Path folder;
  private Path mail;
  private InputStamps stamps;

  @BeforeEach
  void stampMails() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    mail = Files.writeString(in.resolve("1.eml"), MAIL);
    Files.writeString(in.resolve("2.eml"), MAIL);
    Files.createSymbolicLink(in.resolve("3.eml"), mail);
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(in));
    stamps = InputStamps.of(parts);
  }

  private void expectTryAgain() {
    assertThatThrownBy(stamps::requireUnchanged)
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.TRY_AGAIN))
        .hasMessageContaining("1 of 2 files");
  }

  @Test
  void filesThatStayPass() {
    assertThatCode(stamps::requireUnchanged).doesNotThrowAnyException();
  }

  @Test
  void fileThatGrowsIsNoticed() throws IOException {
    Files.writeString(mail, "more", StandardOpenOption.APPEND);
    expectTryAgain();
  }

  @Test
  void fileThatIsReplacedByOneOfEqualSizeIsNoticed() throws IOException {
    FileTime changed = Files.getLastModifiedTime(mail);
    Path other = Files.writeString(folder.resolve("new"), MAIL.replace("hello", "HELLO"));
    Files.setLastModifiedTime(other, changed);
    Files.move(other, mail, StandardCopyOption.REPLACE_EXISTING);
    expectTryAgain();
  }

  @Test
  void fileThatIsRewrittenInPlaceIsNoticed() throws IOException {
    Files.writeString(mail, MAIL.replace("hello", "HELLO"));
    Files.setLastModifiedTime(mail, FileTime.fromMillis(1_000));
    expectTryAgain();
  }

  @Test
  void fileThatGoesIsNoticed() throws IOException {
    Files.delete(mail);
    expectTryAgain();
  }
}
