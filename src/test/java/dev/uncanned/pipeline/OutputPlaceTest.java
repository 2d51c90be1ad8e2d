package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the output may lie beside the archives. */
class OutputPlaceTest {

  @TempDir Path folder;

  private void isRefused(Path archive, Path out) {
    assertThatThrownBy(() -> OutputPlace.requireApart(List.of(folder.resolve("a"), archive), out))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(out.toString())
        .hasMessageContaining("choose another --out");
  }

  @Test
  void theOutputIsNoPartOfAnArchive() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    isRefused(in, in);
    isRefused(in, in.resolve("new/out"));
    isRefused(in, in.resolve("sub/.."));
  }

  @Test
  void linksHideNothing() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), in);
    isRefused(in, link.resolve("out"));
    isRefused(link, in.resolve("out"));
    isRefused(link, in);
  }

  @Test
  void neighboursAreApart() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (Path out : List.of(folder.resolve("in-out"), folder.resolve("out"), in.resolve("../o"))) {
      assertThatCode(() -> OutputPlace.requireApart(List.of(in), out)).doesNotThrowAnyException();
    }
    Path below = Files.createDirectories(in.resolve("below"));
    assertThatCode(() -> OutputPlace.requireApart(List.of(below), in)).doesNotThrowAnyException();
    assertThatCode(() -> OutputPlace.requireApart(List.of(in), null)).doesNotThrowAnyException();
  }
}
