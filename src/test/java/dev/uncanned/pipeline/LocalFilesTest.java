package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark's view of the files of this machine. */
class LocalFilesTest {

  @TempDir Path folder;

  private final LocalFiles files = new LocalFiles();

  @BeforeEach
  void open() throws IOException {
    Configuration settings = new Configuration(false);
    settings.set("fs.permissions.umask-mode", "077");
    files.initialize(URI.create("file:///"), settings);
  }

  private org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x--x", "rw-------", "r--r--r--", "-wx-w--wx"})
  void givesExactlyTheRightsAskedFor(String asked) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    files.setPermission(hadoop(file), FsPermission.valueOf("-" + asked));
    assertThat(rights(file)).isEqualTo(asked);
  }

  @Test
  void newFilesAndFoldersAreTheOwnersAndStandAlone() throws IOException {
    Path made = folder.resolve("a/b");
    assertThat(files.mkdirs(hadoop(made))).isTrue();
    try (OutputStream out = files.create(hadoop(made.resolve("part")))) {
      out.write(1);
    }
    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(rights(made.resolve("part"))).isEqualTo("rw-------");
    try (Stream<Path> beside = Files.list(made)) {
      assertThat(beside).containsExactly(made.resolve("part"));
    }
  }

  @Test
  void rightsOfAMissingFileFail() {
    assertThatThrownBy(
            () -> files.setPermission(hadoop(folder.resolve("no")), FsPermission.getFileDefault()))
        .isInstanceOf(NoSuchFileException.class);
  }
}
