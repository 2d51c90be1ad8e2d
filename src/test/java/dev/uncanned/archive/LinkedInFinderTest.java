package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinkedInFinderTest {

  private static final String MESSAGES =
      "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\nOlga,u,Jane,2025-01-02 03:04:05 UTC,Hi,INBOX\n";

  /** Files that all hold the same bytes. */
  private record Same(List<ExportFile> files, byte[] bytes) implements ExportFiles {

    @Override
    public Set<String> folders() {
      return Set.of();
    }

    @Override
    public InputStream open(ExportFile file) {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream open(ExportFile file, long from) {
      return new ByteArrayInputStream(bytes, (int) from, bytes.length);
    }

    @Override
    public Path path(ExportFile file) {
      return null;
    }

    @Override
    public void close() {}
  }

  private static ExportFile file(String path) {
    return new ExportFile(path, 10, 10, null);
  }

  private static List<FoundInput> find(List<ExportFile> files) {
    Same same = new Same(files, MESSAGES.getBytes(StandardCharsets.UTF_8));
    return new LinkedInFinder().find(same, files);
  }

  @Test
  void givesEachFileToInnermostExportOnly() {
    List<FoundInput> found =
        find(
            List.of(
                file("a/messages.csv"),
                file("a/other.csv"),
                file("a/b/messages.csv"),
                file("a/b/other.csv"),
                file("a/b/other.txt")));
    assertThat(found)
        .extracting(FoundInput::files)
        .containsExactly(
            List.of("a/b/messages.csv", "a/b/other.csv"), List.of("a/messages.csv", "a/other.csv"));
  }

  @Test
  @Timeout(120)
  void listsExportOfManyFilesInLinearTime() {
    int others = 300_000;
    List<ExportFile> files = new ArrayList<>();
    files.add(file("a/messages.csv"));
    for (int i = 0; i < others; i++) {
      files.add(file("a/other-" + i + ".csv"));
    }
    assertThat(find(files))
        .singleElement()
        .satisfies(found -> assertThat(found.files()).hasSize(others + 1));
  }
}
