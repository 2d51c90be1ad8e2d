package dev.uncanned.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
        .filteredOn(part -> part.root().endsWith("a.zip.zip"))
        .extracting(ArchivePart::kind)
        .containsExactly(ArchivePart.Kind.LINKEDIN);
    assertThat(parts)
        .filteredOn(part -> part.kind() == ArchivePart.Kind.LINKEDIN)
        .filteredOn(part -> part.root().equals(folder.toString()))
        .singleElement()
        .satisfies(
            part ->
                assertThat(part.files())
                    .containsExactly("export/Jobs/Saved.csv", "export/messages.csv"));
    assertThat(parts).filteredOn(part -> part.kind() == ArchivePart.Kind.UNRECOGNISED).hasSize(2);
  }

  @Test
  void findsMailsInZipAndInZipInside() throws IOException {
    String mail = "From: a@x.example\nTo: b@x.example\n\nhello\n";
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(inner)) {
      out.putNextEntry(new ZipEntry("box/Sent/1.eml"));
      out.write(mail.getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("all.zip")))) {
      out.putNextEntry(new ZipEntry("inner.zip"));
      out.write(inner.toByteArray());
      out.putNextEntry(new ZipEntry("one/2.eml"));
      out.write(mail.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("one/notes.txt"));
      out.write("nothing".getBytes(StandardCharsets.UTF_8));
    }
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(folder));
    assertThat(parts)
        .filteredOn(part -> part.kind() == ArchivePart.Kind.EML)
        .extracting(ArchivePart::inner, ArchivePart::files)
        .containsExactly(
            tuple("", List.of("one/2.eml")), tuple("inner.zip", List.of("box/Sent/1.eml")));
    for (ArchivePart part : parts) {
      ArchiveReaderContract.assertIdentities(
          ArchiveReaderContract.rowsOf(new AnyReader(), part), part);
    }
  }

  @Test
  void readsFilesBesideDamagedArchiveInArchive() throws IOException {
    byte[] inner =
        packed("box/1.eml", "From: a@x.example\nTo: b@x.example\n\nin\n".getBytes(UTF_8));
    Path root = Files.createDirectories(folder.resolve("given/exports/2024"));
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(root.resolve("all.zip")))) {
      out.putNextEntry(new ZipEntry("cut.zip"));
      out.write(Arrays.copyOf(inner, inner.length - 30));
      out.putNextEntry(new ZipEntry("whole.zip"));
      out.write(inner);
      out.putNextEntry(new ZipEntry("deep/folder/2.eml"));
      out.write("From: a@x.example\nTo: b@x.example\n\nout\n".getBytes(UTF_8));
    }
    List<String> read = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), part);
      ArchiveReaderContract.assertIdentities(rows, part);
      for (Parsed row : rows) {
        if (row.message() != null) {
          read.add(part.inner() + " " + row.message().body().strip());
        } else if (row.rejected() != null) {
          read.add(part.inner() + " " + row.rejected().reason());
        }
      }
    }
    assertThat(read).containsExactlyInAnyOrder("cut.zip ZIP_DAMAGED", "whole.zip in", " out");
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Path target = write("target/secret.txt", "x");
    Files.createDirectory(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/link.eml"), target);
    ArchivePart part = ArchiveScanner.scan(List.of(folder.resolve("in"))).get(0);
    assertThat(part.files()).containsExactly("link.eml");
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), part);
    assertThat(rows.get(0).rejected().reason()).isEqualTo(Reason.NOT_REGULAR);
    ArchiveReaderContract.assertIdentities(rows, part);
  }

  @Test
  void followsALinkThatIsGiven() throws IOException {
    write("exports/box.eml", "From: a@x.example\nTo: b@x.example\n\nhello\n");
    Path file =
        Files.createSymbolicLink(folder.resolve("latest.eml"), folder.resolve("exports/box.eml"));
    Path box = Files.createSymbolicLink(folder.resolve("inbox"), folder.resolve("exports"));
    for (Path given : List.of(file, box)) {
      List<ArchivePart> parts = ArchiveScanner.scan(List.of(given));
      assertThat(parts).extracting(ArchivePart::kind).containsExactly(ArchivePart.Kind.EML);
      List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), parts.get(0));
      assertThat(rows).filteredOn(row -> row.message() != null).hasSize(1);
    }
    assertThat(ArchiveScanner.scan(List.of(file, file.resolveSibling("exports/box.eml"))))
        .as("the same file twice")
        .hasSize(1);
  }

  @Test
  void folderThatCannotBeListedEndsTheScan() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("in/closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "who runs this may read everything");
    assertThatThrownBy(() -> ArchiveScanner.scan(List.of(folder.resolve("in"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("in: a folder in it cannot be listed");
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
    assertThat(ArchiveReaderContract.rowsOf(new AnyReader(), part).get(0).rejected().reason())
        .isEqualTo(Reason.ZIP_DAMAGED);
  }

  @Test
  void rejectsArchiveThatLiesTooDeep() throws IOException {
    byte[] third = packed("mail.eml", "From: a@x.example\nTo: b@x.example\n\nhi\n".getBytes(UTF_8));
    Files.write(folder.resolve("deep.zip"), packed("2.zip", packed("3.zip", third)));
    List<Reason> reasons = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      for (Parsed row : ArchiveReaderContract.rowsOf(new AnyReader(), part)) {
        if (row.rejected() != null) {
          reasons.add(row.rejected().reason());
        }
      }
    }
    assertThat(reasons).containsExactly(Reason.NESTED_ARCHIVE);
  }

  @Test
  void salvagesEntriesBeforeTheCutOnlyWhereAsked() throws IOException {
    String mail = "From: a@x.example\nTo: b@x.example\n\nhello\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 20; i++) {
        out.putNextEntry(new ZipEntry("box/" + i + ".eml"));
        out.write(mail.getBytes(UTF_8));
        out.closeEntry();
      }
    }
    byte[] whole = bytes.toByteArray();
    Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(ArchiveScanner.scan(List.of(folder)))
        .extracting(ArchivePart::kind)
        .containsExactly(ArchivePart.Kind.UNRECOGNISED);
    List<ArchivePart> salvaged =
        ArchiveScanner.scan(List.of(folder), new ArchiveConfig(List.of(), true));
    assertThat(salvaged)
        .extracting(ArchivePart::kind)
        .containsExactlyInAnyOrder(ArchivePart.Kind.UNRECOGNISED, ArchivePart.Kind.EML);
    ArchivePart mails =
        salvaged.stream()
            .filter(part -> part.kind() == ArchivePart.Kind.EML)
            .findFirst()
            .orElseThrow();
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), mails);
    assertThat(rows.stream().filter(row -> row.message() != null)).hasSizeBetween(5, 19);
  }

  private static byte[] packed(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
