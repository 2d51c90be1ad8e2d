package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.uncanned.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A write that fails in the middle of a run leaves the old generation as it was. */
class FullDiskTest {

  private static final Path SAMPLES = Path.of("data-samples");
  private static final String LIBRARY =
      "/linux/amd64/libzstd-jni-" + com.github.luben.zstd.util.ZstdVersion.VERSION + ".so";

  /** The size at which a file is full; the first table, the last and what is between them. */
  static int[] kilobytes() {
    return Boolean.getBoolean("uncanned.long")
        ? new int[] {4, 8, 16, 30, 60, 100, 150, 200, 300, 500}
        : new int[] {100};
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("kilobytes")
  void failsWithItsOwnCodeAndPublishesNothing(int kilobytes) throws Exception {
    Path out = folder.resolve("out");
    Program program = new Program(folder.resolve("home"));
    Program.Ended first = program.run("run", mail().toString(), "--out", out.toString());
    assertThat(first.exitCode()).as(first.err()).isZero();
    Path published = out.resolve("current").toRealPath();
    List<String> before = files(published);
    Program.Ended full =
        program.runWithSmallFiles(
            kilobytes,
            List.of("-XX:-UsePerfData", "-DZstdNativePath=" + library()),
            "run",
            SAMPLES.resolve("archives").toString(),
            "--out",
            out.toString());
    assertThat(full.exitCode()).as(full.err()).isEqualTo(ExitCode.IO.number());
    assertThat(full.err()).contains("check disk space").doesNotContain("\tat ");
    assertThat(full.out()).isEmpty();
    assertThat(out.resolve("current").toRealPath()).isEqualTo(published);
    assertThat(files(published)).isEqualTo(before);
    assertThat(unfinished(out.resolve("work"))).as("left on the full disk").isEmpty();
    Program.Ended again = program.run("run", mail().toString(), "--out", out.toString());
    assertThat(again.out()).contains("\"unchanged\"");
    assertThat(program.run("verify", "--out", out.toString()).exitCode()).isZero();
  }

  private Path mail() throws IOException {
    Path inbox = folder.resolve("inbox");
    if (!Files.exists(inbox)) {
      Files.createDirectory(inbox);
      Files.writeString(
          inbox.resolve("1.eml"),
          "From: ann@x.example\nTo: bob@y.example\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n"
              + "Subject: Hello\n\nShall we meet at the old mill on Friday, Bob?\n");
    }
    return inbox;
  }

  /** The library is unpacked here, since the program cannot do it with so small files. */
  private Path library() throws IOException {
    Path library = folder.resolve("zstd.so");
    try (InputStream packed = com.github.luben.zstd.Zstd.class.getResourceAsStream(LIBRARY)) {
      assumeThat(packed).as("zstd for another machine").isNotNull();
      Files.copy(packed, library);
    }
    return library;
  }

  private static List<Path> unfinished(Path work) throws IOException {
    try (Stream<Path> tables = Files.find(work, 2, (path, is) -> is.isDirectory())) {
      return tables
          .filter(one -> work.relativize(one).getNameCount() == 2)
          .filter(one -> !Files.exists(one.resolve("_SUCCESS")))
          .filter(one -> !one.endsWith("cluster-segments"))
          .toList();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified())
          .sorted()
          .toList();
    }
  }
}
