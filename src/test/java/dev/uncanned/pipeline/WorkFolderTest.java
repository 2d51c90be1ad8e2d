package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  private Path failedRun(ExitCode end, boolean wentOn) throws Exception {
    Path folder = root.resolve(end + "-" + wentOn);
    WorkFolder.open(folder, "monday");
    for (String table : List.of("archive", "cluster")) {
      Files.createFile(Files.createDirectory(folder.resolve(table)).resolve("_SUCCESS"));
    }
    Files.createFile(folder.resolve("archive.confirmed"));
    for (String half : List.of("text", "scratch", "cluster-segments", "other-segments")) {
      Files.createFile(Files.createDirectory(folder.resolve(half)).resolve("part"));
    }
    assertThat(WorkTables.anyFinished(folder)).isTrue();
    WorkFolder.leave(folder, end, wentOn);
    return folder;
  }

  @Test
  void onlyFinishedTablesStayOfARunThatCanBeAskedForAgain() throws Exception {
    for (ExitCode end : List.of(ExitCode.DATA, ExitCode.IO, ExitCode.CONFIG, ExitCode.TERMINATED)) {
      try (Stream<Path> left = Files.list(failedRun(end, false))) {
        assertThat(left.map(one -> one.getFileName().toString()))
            .as("%s", end)
            .containsExactlyInAnyOrder(
                "boot", "archive", "archive.confirmed", "cluster", "cluster-segments");
      }
    }
    assertThat(failedRun(ExitCode.DATA, true)).isDirectory();
  }

  @Test
  void tablesAreGivenUpWhereOneOfThemMayBeTheCause() throws Exception {
    assertThat(failedRun(ExitCode.INTERNAL, false)).doesNotExist();
    assertThat(failedRun(ExitCode.TRY_AGAIN, false)).doesNotExist();
    assertThat(failedRun(null, false)).doesNotExist();
    assertThat(failedRun(ExitCode.IO, true)).as("failed with what was kept").doesNotExist();
  }
}
