package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

  @TempDir Path root;

  @Test
  void tablesAreTakenOverUntilTheMachineIsStartedAnew() throws Exception {
    Path folder = root.resolve("work").resolve("key-1");
    WorkFolder.open(folder, "monday");
    Path table = Files.createFile(Files.createDirectory(folder.resolve("text")).resolve("part"));
    WorkFolder.open(folder, "monday");
    assertThat(table).exists();
    WorkFolder.open(folder, "tuesday");
    assertThat(table).doesNotExist();
    assertThat(folder).isDirectory();
  }

  @Test
  void tablesOfWhichItIsNotKnownWhenTheyWereWrittenAreNotTakenOver() throws Exception {
    Path folder = Files.createDirectories(root.resolve("key-1"));
    Path table = Files.createFile(folder.resolve("part"));
    WorkFolder.open(folder);
    assertThat(table).doesNotExist();
  }
}
