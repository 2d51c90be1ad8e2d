package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveScannerTest {

  private static final String MESSAGES =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void zip(String name, String entry, String text) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void claimsExportsByContentAndLeavesRest() throws IOException {
    zip("a.zip.zip", "wrap/Messages.csv", MESSAGES);
    zip("other.zip", "messages.csv", "id,body\n");
    write("export/messages.csv", MESSAGES);
    write("export/Jobs/Saved.csv", "x\n");
    write("heyreach/messages.csv", "id,body,sender\n");
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(folder));
    assertThat(parts)
        .filteredOn(part -> part.kind() == ArchivePart.Kind.LINKEDIN_ZIP)
        .extracting(part -> Path.of(part.root()).getFileName().toString())
        .containsExactly("a.zip.zip");
    assertThat(parts)
        .filteredOn(part -> part.kind() == ArchivePart.Kind.LINKEDIN_FOLDER)
        .singleElement()
        .satisfies(
            part -> assertThat(part.files()).containsExactly("Jobs/Saved.csv", "messages.csv"));
    assertThat(parts).filteredOn(part -> part.kind() == ArchivePart.Kind.UNRECOGNISED).hasSize(2);
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Path target = write("target/secret.txt", "x");
    Files.createDirectory(folder.resolve("in"));
    Path link = Files.createSymbolicLink(folder.resolve("in/link.eml"), target);
    ArchivePart part = ArchiveScanner.scan(List.of(folder.resolve("in"))).get(0);
    assertThat(part.root()).isEqualTo(link.toString());
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), part);
    assertThat(rows.get(0).rejected().reason()).isEqualTo(Reason.NOT_REGULAR);
    ArchiveReaderContract.assertIdentities(rows, part);
  }

  @Test
  void doesNotDependOnOrderOfArguments() throws IOException {
    Path one = write("x/messages.csv", MESSAGES);
    Path two = write("y/messages.csv", MESSAGES);
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(one, two));
    assertThat(ArchiveScanner.scan(List.of(two, one, two))).isEqualTo(parts);
    assertThat(parts).extracting(ArchivePart::archive_id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void reportsMissingPath() {
    ArchivePart part = ArchiveScanner.scan(List.of(folder.resolve("gone.zip"))).get(0);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), part);
    assertThat(rows.get(0).rejected().reason()).isEqualTo(Reason.IO_ERROR);
  }

  @Test
  void reportsCutExportAsDamaged() throws IOException {
    zip("whole.zip", "messages.csv", MESSAGES.repeat(50));
    byte[] bytes = Files.readAllBytes(folder.resolve("whole.zip"));
    Files.delete(folder.resolve("whole.zip"));
    Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    ArchivePart part = ArchiveScanner.scan(List.of(folder)).get(0);
    assertThat(part.kind()).isEqualTo(ArchivePart.Kind.LINKEDIN_ZIP);
    assertThat(ArchiveReaderContract.rowsOf(new AnyReader(), part).get(0).rejected().reason())
        .isEqualTo(Reason.ZIP_DAMAGED);
  }
}
