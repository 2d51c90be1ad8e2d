package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MsgFinderTest {

  @TempDir Path folder;

  @Test
  void recognisesMessagesByContent() throws IOException {
    MsgFile.sample().write(folder.resolve("message.dat"));
    try (POIFSFileSystem ole = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(folder.resolve("document.msg"))) {
      ole.getRoot().createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
      ole.writeFilesystem(out);
    }
    Files.write(folder.resolve("empty.msg"), new byte[0]);
    Files.write(folder.resolve("zeros.msg"), new byte[2000]);
    assertThat(found()).extracting(FoundInput::files).containsExactly(List.of("message.dat"));
  }

  @Test
  void leavesCutMessageToItsReader() throws IOException {
    byte[] whole = MsgFile.sample().bytes();
    Files.write(folder.resolve("cut.msg"), Arrays.copyOf(whole, 600));
    Files.write(folder.resolve("cut.doc"), Arrays.copyOf(whole, 600));
    assertThat(found()).extracting(FoundInput::files).containsExactly(List.of("cut.msg"));
  }

  @Test
  void joinsFoldersOfOneMailbox() throws IOException {
    for (String name : List.of("ann/Inbox", "ann/Sent Items", "bob/Deals")) {
      MsgFile.sample().write(Files.createDirectories(folder.resolve(name)).resolve("1.msg"));
    }
    assertThat(found())
        .extracting(FoundInput::kind, FoundInput::archive, FoundInput::input)
        .containsExactly(
            tuple(ArchivePart.Kind.MSG, "ann", "ann/Inbox"),
            tuple(ArchivePart.Kind.MSG, "ann", "ann/Sent Items"),
            tuple(ArchivePart.Kind.MSG, "bob/Deals", "bob/Deals"));
  }

  @Test
  void findsAndReadsMessagesInsideOfZip() throws IOException {
    Path zip = folder.resolve("mails.zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("box/1.msg"));
      out.write(MsgFile.sample().bytes());
      out.closeEntry();
    }
    List<FoundInput> inside;
    try (ZipExport files = ZipExport.open(zip, null)) {
      inside = new MsgFinder().find(files, files.files());
    }
    assertThat(inside).hasSize(1);
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.MSG,
            "box",
            "in",
            zip.toString(),
            "",
            inside.get(0).files(),
            0,
            1,
            0,
            -1);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new MsgReader(), part);
    assertThat(rows.get(0).message().subject()).isEqualTo("Hi");
    ArchiveReaderContract.assertIdentities(rows, part);
  }

  private List<FoundInput> found() throws IOException {
    try (FolderExport files = FolderExport.open(folder, List.of())) {
      return new MsgFinder().find(files, files.files());
    }
  }
}
