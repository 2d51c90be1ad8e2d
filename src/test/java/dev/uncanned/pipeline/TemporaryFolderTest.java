package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

  @TempDir Path folder;

  @Test
  void isGoneWhenItsWorkEnds() throws IOException {
    Path work = Files.createDirectories(folder.resolve("work/below")).getParent();
    try (TemporaryFolder temporary = new TemporaryFolder(work)) {
      Files.writeString(temporary.path().resolve("below/texts"), "x");
    }
    assertThat(work).doesNotExist();
  }

  @Test
  void isGoneWhereTheProcessIsToldToStop() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Process process =
        new Program(folder.resolve("home"))
            .startClass(Writer.class, folder.resolve("said"), List.of(), work.toString());
    while (!Files.exists(work.resolve("texts"))) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("said"))).isTrue();
      TimeUnit.MILLISECONDS.sleep(10);
    }
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(work).doesNotExist();
  }

  /** Writes until it is stopped. */
  static final class Writer {

    private Writer() {}

    /** Argument: the folder. */
    public static void main(String[] arguments) throws Exception {
      try (TemporaryFolder temporary = new TemporaryFolder(Path.of(arguments[0]))) {
        while (true) {
          Files.writeString(temporary.path().resolve("texts"), "x");
          TimeUnit.MILLISECONDS.sleep(1);
        }
      }
    }
  }
}
