package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads real data files of Outlook, whole and broken, where they are at hand. */
@Timeout(120)
class OutlookSampleTest {

  private static final Path DATA = Path.of("..", "shared", "data", "outlook");

  /** Where a data file names the client that wrote it. */
  private static final int CLIENT = 8;

  /** Broken copies of each file. */
  private static final int TIMES = 25;

  @TempDir Path folder;
  private PrintStream out;
  private PrintStream err;

  /** The library prints what it finds, which in a process of its own nobody sees. */
  @BeforeEach
  void quiet() {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "no files of Outlook beside the project");
    out = System.out;
    err = System.err;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }

  @AfterEach
  void loud() {
    if (out != null) {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void accountsForEveryItemOfSevenFiles() {
    assertCounts("aspose/Outlook.pst", 17, 14, 3);
    assertCounts("aspose/passwordprotectedPST.pst", 18, 12, 6);
    assertCounts("aspose/search.pst", 1, 1, 0);
    assertCounts("libpst/dist-list.pst", 4, 0, 4);
    assertCounts("libpst/passworded.pst", 3, 0, 3);
    assertCounts("tika/testPST.pst", 7, 7, 0);
    assertCounts("tika/testPST_variousBodyTypes.pst", 4, 4, 0);
  }

  @Test
  void findsAllDataFiles() throws IOException {
    try (FolderExport files = FolderExport.open(DATA, List.of())) {
      assertThat(new OutlookFinder().find(files, files.files())).hasSize(7);
    }
  }

  @Test
  void knowsSentCopiesAndOwner() {
    List<Parsed> rows = inside("aspose/Outlook.pst");
    assertThat(rows)
        .filteredOn(row -> row.owner() != null)
        .filteredOn(row -> row.owner().evidence() == OwnerClaim.Evidence.SENT_FOLDER)
        .hasSize(1)
        .allMatch(row -> row.owner().weight() == 6);
    List<RawMessage> mails = messages(rows);
    long distinct =
        mails.stream()
            .map(mail -> List.of(mail.sender().email(), mail.sent_at(), mail.body_hash()))
            .distinct()
            .count();
    // Six mails lie in two folders; of one Outlook made two plain texts of the same HTML.
    assertThat(mails).hasSize(14);
    assertThat(distinct).isEqualTo(9);
  }

  @Test
  void readsBodiesOfAllForms() {
    List<RawMessage> mails = messages(inside("tika/testPST_variousBodyTypes.pst"));
    assertThat(mails).allMatch(mail -> !mail.body().isBlank());
    assertThat(mails).extracting(mail -> mail.sender().email()).containsOnly("tallison@mitre.org");
    assertThat(messages(inside("tika/testPST.pst")))
        .extracting(mail -> mail.sender().name())
        .contains("Jörn Kottmann", "Luis Filipe da Cruz Nassif");
  }

  @Test
  void tellsReportsFromMails() {
    assertThat(messages(inside("aspose/passwordprotectedPST.pst")))
        .filteredOn(mail -> mail.kind() == MessageKind.AUTO_REPLY)
        .hasSize(7);
  }

  @Test
  void passesOverItemsThatWereTold() throws IOException {
    Path file = DATA.resolve("aspose/Outlook.pst");
    List<String> all = items(OutlookFakeProcess.linesOf(file, 0));
    assertThat(all).hasSize(17);
    for (int skip : List.of(1, 8, 16, 17, 99)) {
      assertThat(items(OutlookFakeProcess.linesOf(file, skip)))
          .isEqualTo(all.subList(Math.min(skip, 17), 17));
    }
  }

  private static List<String> items(byte[] lines) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"type\":\"ITEM\""))
        .toList();
  }

  @Test
  void findsMessagesThatTheirFolderHasLost() throws IOException {
    int folderNode = 32_930;
    int contents = folderNode + 12;
    for (int lost : List.of(folderNode, contents)) {
      byte[] bytes = Files.readAllBytes(DATA.resolve("tika/testPST_variousBodyTypes.pst"));
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int found = 0;
      for (int at = 0; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
        if (buffer.getLong(at) == lost) {
          buffer.putLong(at, 0x1F);
          found++;
        }
      }
      assertThat(found).isPositive();
      Files.write(folder.resolve("lost.pst"), bytes);
      List<Parsed> rows = read(insideReader(), folder, "lost.pst");
      assertThat(messages(rows)).as("without node %d", lost).hasSize(4);
      assertThat(rows.get(rows.size() - 1).count().quarantined_n()).isZero();
    }
  }

  @Test
  void survivesTruncationInRealProcess() throws IOException {
    byte[] whole = Files.readAllBytes(DATA.resolve("tika/testPST_variousBodyTypes.pst"));
    Files.write(folder.resolve("cut.pst"), Arrays.copyOf(whole, whole.length / 2));
    read(new OutlookReader(), folder, "cut.pst");
  }

  @Test
  void survivesTruncationAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(DATA.resolve("tika/testPST_variousBodyTypes.pst"));
    for (int i = 0; i < 2 * TIMES; i++) {
      int length = (int) ((long) whole.length * i / (2 * TIMES));
      Files.write(folder.resolve("cut.pst"), Arrays.copyOf(whole, length));
      read(insideReader(), folder, "cut.pst");
    }
  }

  @Test
  void survivesFlippedBits() throws IOException {
    for (String name :
        List.of("tika/testPST_variousBodyTypes.pst", "aspose/passwordprotectedPST.pst")) {
      byte[] whole = Files.readAllBytes(DATA.resolve(name));
      SplittableRandom random = new SplittableRandom(11);
      int read = 0;
      for (int i = 0; i < TIMES; i++) {
        byte[] broken = whole.clone();
        for (int flips = 0; flips < 40; flips++) {
          broken[random.nextInt(i % 2 == 0 ? 24_000 : whole.length)] ^=
              (byte) (1 << random.nextInt(8));
        }
        Files.write(folder.resolve("broken.pst"), broken);
        read += messages(read(insideReader(), folder, "broken.pst")).size();
      }
      assertThat(read).as("some mails are still found").isPositive();
    }
  }

  /**
   * The file that Outlook keeps beside a mailbox on a server differs from a data file in the client
   * that it names ([MS-PST] 2.2.2.6): SO and not SM.
   */
  private Path offlineCopy() throws IOException {
    byte[] bytes = Files.readAllBytes(DATA.resolve("aspose/Outlook.pst"));
    assertThat(bytes[CLIENT]).isEqualTo((byte) 'S');
    assertThat(bytes[CLIENT + 1]).isEqualTo((byte) 'M');
    bytes[CLIENT + 1] = 'O';
    return Files.write(folder.resolve("mailbox.ost"), bytes);
  }

  @Test
  void readsTheFileOfAnOfflineMailbox() throws IOException {
    offlineCopy();
    try (FolderExport files = FolderExport.open(folder, List.of())) {
      assertThat(new OutlookFinder().find(files, files.files())).hasSize(1);
    }
    List<Parsed> rows = read(insideReader(), folder, "mailbox.ost");
    assertThat(rows.get(rows.size() - 1).count().seen_n()).isEqualTo(17);
    assertThat(messages(rows)).hasSize(14);
  }

  @Test
  void accountsForACutOfflineMailbox() throws IOException {
    Path file = offlineCopy();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    List<Parsed> rows = read(insideReader(), folder, "mailbox.ost");
    InputCount count = rows.get(rows.size() - 1).count();
    assertThat(count.seen_n()).isEqualTo(count.parsed_n() + count.quarantined_n());
    assertThat(count.quarantined_n()).isPositive();
  }

  private static void assertCounts(String name, long seen, long messages, long outOfScope) {
    List<Parsed> rows = read(new OutlookReader(), DATA, name);
    InputCount count = rows.get(rows.size() - 1).count();
    assertThat(count.seen_n()).as(name).isEqualTo(seen);
    assertThat(messages(rows)).as(name).hasSize((int) messages);
    assertThat(count.out_of_scope_n()).as(name).isEqualTo(outOfScope);
    assertThat(count.quarantined_n()).as(name).isZero();
  }

  private static List<Parsed> inside(String name) {
    return read(insideReader(), DATA, name);
  }

  private static OutlookReader insideReader() {
    OutlookProcess.Limits limits =
        new OutlookProcess.Limits(Duration.ofMinutes(1), Duration.ofMinutes(1));
    return new OutlookReader(OutlookFakeProcess::inside, size -> limits);
  }

  private static List<Parsed> read(OutlookReader reader, Path root, String name) {
    Path file = root.resolve(name);
    Path parent = Objects.requireNonNull(file.getParent());
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.OUTLOOK,
            "box",
            "in",
            parent.toString(),
            "",
            List.of(String.valueOf(file.getFileName())),
            0,
            1,
            0,
            -1);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader, part);
    ArchiveReaderContract.assertIdentities(rows, part);
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .allMatch(row -> row.rejected().detail().matches("[A-Za-z0-9: ]{1,100}"));
    return rows;
  }

  private static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
  }
}
