package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

  @TempDir Path folder;

  @Test
  void usualPlaceFollowsXdg() {
    assertThat(PseudonymKey.usual(Map.of("XDG_CONFIG_HOME", "/c"), "/h"))
        .isEqualTo(Path.of("/c/uncanned/pseudonym.key"));
    assertThat(PseudonymKey.usual(Map.of(), "/h"))
        .isEqualTo(Path.of("/h/.config/uncanned/pseudonym.key"));
  }

  @Test
  void usualKeyIsMadeOnceForTheOwnerOnly() throws Exception {
    Path usual = folder.resolve("a/pseudonym.key");
    byte[] made = PseudonymKey.read(null, usual);
    assertThat(PseudonymKey.read(null, usual)).isEqualTo(made).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)))
        .isEqualTo("rw-------");
  }

  @Test
  void firstRunsAtTheSameMomentMakeOneKeyAndLeaveNothingElse() throws Exception {
    Path usual = folder.resolve("a/pseudonym.key");
    List<String> keys =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(run -> HexFormat.of().formatHex(PseudonymKey.read(null, usual)))
            .distinct()
            .toList();
    assertThat(keys).containsExactly(Files.readString(usual).strip());
    try (Stream<Path> beside = Files.list(usual.getParent())) {
      assertThat(beside).containsExactly(usual);
    }
  }

  @Test
  void keyThatOthersMayReadIsRefused() throws Exception {
    Path file = folder.resolve("k");
    Files.writeString(file, "ab".repeat(32));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> PseudonymKey.read(file, folder.resolve("unused")))
        .isInstanceOf(UserException.class)
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.RIGHTS);
  }

  @Test
  void keyInsideTheOutputIsRefusedByWhateverWayItIsNamed() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), out);
    Files.writeString(out.resolve("k"), "ab".repeat(32));
    Path none = link.resolve("new/k");
    for (Path inside : List.of(out.resolve("k"), link.resolve("k"), out.resolve("a/../k"), none)) {
      assertThatThrownBy(() -> PseudonymKey.requireOutside(out, inside))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("inside the output folder");
    }
    PseudonymKey.requireOutside(out, folder.resolve("out-key"));
    PseudonymKey.requireOutside(folder.resolve("none"), out.resolve("k"));
  }

  @Test
  void fileWithoutAKeyIsRefusedWithoutShowingIt() throws Exception {
    Path file = folder.resolve("k");
    Files.writeString(file, "secret-but-no-key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> PseudonymKey.read(file, folder.resolve("unused")))
        .isInstanceOf(UserException.class)
        .hasMessageNotContaining("secret-but-no-key");
  }

  @Test
  void givenKeyIsNeverMade() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> PseudonymKey.read(missing, folder.resolve("unused")))
        .isInstanceOf(UserException.class);
    assertThat(missing).doesNotExist();
  }
}
