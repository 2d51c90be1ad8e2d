package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a sweep keeps texts, and that it ends when it is told to. */
class SweepWorkTest {

  @TempDir Path folder;

  private SweepRequest request(Path work) {
    SweepGrid grid = new SweepGrid(List.of(), List.of(), List.of(), List.of(), List.of());
    return new SweepRequest(List.of(folder), null, null, null, null, work, folder, grid, false);
  }

  @Test
  void textsLieInAFolderOfTheOwnerBesideTheResults() throws IOException {
    for (Path asked : new Path[] {null, folder.resolve("asked")}) {
      Path work = Sweep.work(request(asked));
      assertThat(work.getParent()).isEqualTo(folder);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work)))
          .isEqualTo("rwx------");
    }
    assertThatThrownBy(() -> Sweep.work(request(folder.resolve("asked"))))
        .hasMessageContaining("name a new folder");
  }

  @Test
  void aSweepThatWasToldToStopDoesNotGoOn() throws IOException {
    RunRecord record = new RunRecord(step -> {}, Clock.systemUTC());
    record.interrupt();
    Sweep sweep = new Sweep(Map.of(), folder.toString(), record);
    assertThatThrownBy(() -> sweep.run(request(null), point -> {}))
        .isInstanceOf(UserException.class)
        .extracting("exitCode")
        .isEqualTo(ExitCode.TERMINATED);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
