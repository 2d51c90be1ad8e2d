package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {

  private static final Path OUT = Path.of("out");

  @Test
  void aRunThatMayNeedMoreThanIsFreeIsRefusedWithBothFigures() {
    assertThatThrownBy(() -> FreeSpace.require(OUT, 2_499_000_000L, 600_000_000L, 400_000_000L))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "out: 2499 MB are free and the run may need 2500; make room, or see uncanned gc")
        .extracting("exitCode")
        .isEqualTo(ExitCode.IO);
  }

  @Test
  void aSweepIsToldToWorkElsewhere() {
    assertThatThrownBy(() -> FreeSpace.requireForSweep(OUT, 1_000_000L, 1_000_000L))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("make room, or name another disk with --work");
  }

  @Test
  void enoughRoomIsEnough() {
    assertThatCode(() -> FreeSpace.require(OUT, 2_500_000_000L, 600_000_000L, 400_000_000L))
        .doesNotThrowAnyException();
    assertThatCode(() -> FreeSpace.require(OUT, 0, 0, 0)).doesNotThrowAnyException();
  }
}
