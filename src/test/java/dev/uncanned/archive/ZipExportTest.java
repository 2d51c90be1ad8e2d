package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ZipExportTest {

  @TempDir Path folder;

  private List<String> paths(RawZip zip) throws IOException {
    Path file = Files.write(folder.resolve("box.zip"), zip.bytes());
    try (ZipExport export = ZipExport.open(file, null)) {
      return export.files().stream().map(ExportFile::path).toList();
    }
  }

  @Test
  void numbersCopiesOfNameAndPassesOverNumbersThatAreTaken() throws IOException {
    RawZip zip = new RawZip();
    for (String name : List.of("a", "(3)/a", "a", "a", "b", "a", "b", "(3)/a")) {
      zip.add(name, "x");
    }
    assertThat(paths(zip))
        .containsExactlyInAnyOrder(
            "a", "(2)/a", "(3)/a", "(4)/a", "(5)/a", "b", "(2)/b", "(2)/(3)/a");
  }

  @Test
  @Timeout(120)
  void listsManyCopiesOfOneNameInLinearTime() throws IOException {
    int copies = 60_000;
    RawZip zip = new RawZip();
    for (int i = 0; i < copies; i++) {
      zip.add("a", "");
    }
    assertThat(paths(zip)).hasSize(copies).doesNotHaveDuplicates().contains("a", "(60000)/a");
  }
}
