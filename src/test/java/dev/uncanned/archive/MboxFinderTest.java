package dev.uncanned.archive;

import static dev.uncanned.archive.MboxFiles.HEAD;
import static dev.uncanned.archive.MboxFiles.SEPARATOR;
import static dev.uncanned.archive.MboxFiles.bytes;
import static dev.uncanned.archive.MboxFiles.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxFinderTest {

  private static final String TWO = mail("One") + mail("Two");

  @TempDir Path folder;

  private void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void write(String path, String content) throws IOException {
    write(path, bytes(content));
  }

  private List<FoundInput> found() throws IOException {
    return found(new MboxFinder());
  }

  private List<FoundInput> found(MboxFinder finder) throws IOException {
    try (ExportFiles files = FolderExport.open(folder, List.of())) {
      return finder.find(files, files.files());
    }
  }

  private List<String> inputs() throws IOException {
    return found().stream().map(FoundInput::input).toList();
  }

  @Test
  void knowsMboxByContent() throws IOException {
    write("a/two", TWO);
    write("a/mark", "\uFEFF\n" + TWO);
    write("a/packed", gzip(TWO));
    write("a/broken-packed", Arrays.copyOf(gzip(TWO.repeat(3)), 150));
    write("a/large-first", mail("x".repeat(MboxSplitter.HEAD)) + mail("Two"));
    assertThat(inputs())
        .containsExactly("a/broken-packed", "a/large-first", "a/mark", "a/packed", "a/two");
  }

  @Test
  void leavesSingleMailsAndOtherFiles() throws IOException {
    write("a/one.eml", mail("One"));
    write("a/plain.eml", HEAD + "\nOne\n");
    write("a/plain.mbox", HEAD + "\nOne\n");
    write("a/text.txt", "From here on\n\nit is a letter\n");
    write("a/page.html", "<html></html>");
    write("a/empty.mbox", "");
    write("a/packed.gz", gzip(mail("One")));
    write("a/packed-text.gz", gzip("text"));
    assertThat(inputs()).isEmpty();
  }

  @Test
  void takesFileWithNameOfMboxSoThatItIsRejected() throws IOException {
    write("a/page.mbox", "<html></html>");
    write("a/one.mbox", mail("One"));
    write("a/garbage.mbox", "\u0000\u0001\n\n" + mail("One"));
    write("a/header-first.mbox", HEAD + "\nOne\n\n" + mail("Two"));
    write("a/page.mbox.gz", gzip("<html></html>"));
    assertThat(inputs())
        .containsExactly(
            "a/garbage.mbox", "a/header-first.mbox", "a/one.mbox", "a/page.mbox", "a/page.mbox.gz");
  }

  @Test
  void makesOneArchiveOfTakeout() throws IOException {
    write("Takeout/Mail/Inbox.mbox", TWO);
    write("Takeout/Mail/Sent.mbox", TWO);
    assertThat(found()).extracting(FoundInput::archive).containsOnly("Takeout/Mail");
    assertThat(found()).extracting(FoundInput::kind).containsOnly(ArchivePart.Kind.MBOX);
  }

  @Test
  void makesOneArchiveOfThunderbirdProfile() throws IOException {
    for (String path :
        List.of(
            "p/Mail/Local Folders/Sent",
            "p/Mail/Local Folders/Inbox.sbd/Work",
            "p/ImapMail/imap.x.example/INBOX")) {
      write(path, TWO);
      write(path + ".msf", "// mork\n");
    }
    write("q/Inbox", TWO);
    write("q/Inbox.msf", "// mork\n");
    write("q/Inbox.sbd/A.sbd/B", TWO);
    write("q/Single", mail("One"));
    write("q/Single.msf", "// mork\n");
    assertThat(found())
        .extracting(FoundInput::archive)
        .containsExactly("p", "p", "p", "q", "q", "q");
  }

  @Test
  void takesFolderOfAppleMailForMailbox() throws IOException {
    write("Mail/Sent.mbox/mbox", TWO);
    write("Mail/Inbox.mbox/mbox", TWO);
    assertThat(found()).extracting(FoundInput::archive).containsOnly("Mail");
    assertThat(MboxPath.folder("Mail/Sent.mbox/mbox")).isEqualTo("Mail/Sent");
    assertThat(MboxPath.folder("p/Inbox.sbd/Sent")).isEqualTo("p/Inbox/Sent");
    assertThat(MboxPath.folder("Takeout/Mail/Sent.mbox.gz")).isEqualTo("Takeout/Mail/Sent");
    assertThat(MboxPath.folder("a/mbox")).isEqualTo("a/mbox");
    assertThat(MboxPath.folder("a/.mbox")).isEqualTo("a/.mbox");
  }

  @Test
  void cutsLargeFileIntoRangesThatTileIt() throws IOException {
    write("large", TWO.repeat(20));
    long size = Files.size(folder.resolve("large"));
    List<FoundInput> ranges = found(new MboxFinder(1_000));
    assertThat(ranges).hasSize((int) (size / 1_000) + 1);
    long at = 0;
    for (FoundInput range : ranges) {
      assertThat(range.byteStart()).isEqualTo(at);
      assertThat(range.input()).isEqualTo("large");
      at = range.byteEnd();
    }
    assertThat(at).isEqualTo(-1);
    assertThat(ranges.stream().mapToLong(FoundInput::bytes).sum()).isEqualTo(size);
    List<Parsed> rows = new ArrayList<>();
    for (FoundInput range : ranges) {
      Path file = folder.resolve("large");
      new MboxReader().read(MboxFiles.part(file, range.byteStart(), range.byteEnd()), rows::add);
    }
    assertThat(MboxFiles.counts(rows)).containsExactly(40, 40, 0, 0, size);
  }

  @Test
  void cutsNeitherPackedFilesNorThoseWithLengths() throws IOException {
    String body = "x\n";
    String mail = SEPARATOR + "Content-Length: 2\n" + HEAD + "\n" + body + "\n";
    write("lengths", mail.repeat(20));
    write("packed.gz", gzip(TWO.repeat(20)));
    assertThat(found(new MboxFinder(1_000)))
        .extracting(FoundInput::byteStart, FoundInput::byteEnd)
        .containsExactly(tuple(0L, -1L), tuple(0L, -1L));
    Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
    ChatExports.zip(folder, zip);
    try (ExportFiles files = ZipExport.open(zip, null)) {
      assertThat(new MboxFinder(1_000).find(files, files.files())).hasSize(2);
    } finally {
      Files.delete(zip);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }
}
