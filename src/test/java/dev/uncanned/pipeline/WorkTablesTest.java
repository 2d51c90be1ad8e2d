package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTablesTest {

  @TempDir Path folder;

  @Test
  void tableIsTakenOverOnlyAsLongAsItIsNotDoubted() throws Exception {
    WorkTables tables = new WorkTables(null, folder, null);
    Files.createFile(Files.createDirectory(tables.path("archive")).resolve("_SUCCESS"));
    tables.confirm("archive");
    tables.forgetUnconfirmed("archive");
    assertThat(tables.finished("archive")).isTrue();
    tables.doubt("archive");
    tables.forgetUnconfirmed("archive");
    assertThat(tables.finished("archive")).isFalse();
  }
}
