package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the reader makes of a process that tells well, badly, or nothing. */
@Timeout(120)
class OutlookReaderTest {

  private static final OutlookProcess.Limits LONG =
      new OutlookProcess.Limits(Duration.ofSeconds(50), Duration.ofSeconds(50));

  @TempDir Path folder;
  private Path file;
  private final List<Long> skips = new ArrayList<>();

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("mail.pst");
    Files.write(file, new byte[10_000]);
  }

  @Test
  void accountsForFoldersAndItems() throws IOException {
    List<Parsed> rows = read(process(false, told(0, 5, OutlookLine.Type.END)));
    assertThat(messages(rows)).extracting(RawMessage::subject).containsExactly("a", "b", "c");
    assertThat(messages(rows)).extracting(RawMessage::source_row).containsExactly(1L, 3L, 5L);
    assertThat(rejects(rows)).containsExactly(tuple(4L, Reason.OUTLOOK_MESSAGE));
    InputCount count = rows.get(rows.size() - 1).count();
    assertThat(count.format()).isEqualTo("outlook-pst");
    assertThat(count.seen_n()).isEqualTo(5);
    assertThat(count.out_of_scope_n()).isEqualTo(1);
    assertThat(rows)
        .filteredOn(row -> row.owner() != null)
        .extracting(row -> row.owner().evidence(), row -> row.owner().person().email())
        .contains(tuple(OwnerClaim.Evidence.SENT_FOLDER, "b@x.example"));
  }

  @Test
  void rejectsItemsThatNeverCome() throws IOException {
    List<Parsed> rows = read(process(false, told(0, 2, OutlookLine.Type.END)));
    assertThat(messages(rows)).hasSize(1);
    assertThat(rejects(rows))
        .containsExactly(
            tuple(3L, Reason.OUTLOOK_MESSAGE),
            tuple(4L, Reason.OUTLOOK_MESSAGE),
            tuple(5L, Reason.OUTLOOK_MESSAGE));
  }

  @Test
  void goesOnBehindItemAtWhichProcessDied() throws IOException {
    List<Parsed> rows =
        read(process(false, told(0, 2)), process(false, told(3, 5, OutlookLine.Type.END)));
    assertThat(skips).containsExactly(0L, 3L);
    assertThat(messages(rows)).extracting(RawMessage::subject).containsExactly("a", "c");
    assertThat(rejects(rows))
        .containsExactly(tuple(3L, Reason.OUTLOOK_DAMAGED), tuple(4L, Reason.OUTLOOK_MESSAGE));
  }

  @Test
  void endsProcessThatStandsStill() throws IOException {
    OutlookProcess.Limits still =
        new OutlookProcess.Limits(Duration.ofMillis(200), Duration.ofSeconds(50));
    List<Parsed> rows =
        read(
            still,
            process(true, told(0, 1)),
            process(true, told(2, 2)),
            process(false, told(3, 5, OutlookLine.Type.END)));
    assertThat(skips).containsExactly(0L, 2L, 3L);
    assertThat(messages(rows)).extracting(RawMessage::subject).containsExactly("a", "c");
    assertThat(rejects(rows))
        .containsExactly(
            tuple(2L, Reason.OUTLOOK_TIME),
            tuple(3L, Reason.OUTLOOK_TIME),
            tuple(4L, Reason.OUTLOOK_MESSAGE));
    assertThat(count(rows).seen_n()).isEqualTo(5);
  }

  @Test
  void endsFileThatTakesTooLong() throws IOException {
    OutlookProcess.Limits whole =
        new OutlookProcess.Limits(Duration.ofSeconds(50), Duration.ofMillis(200));
    List<Parsed> rows = read(whole, process(true, told(0, 2)));
    assertThat(skips).containsExactly(0L);
    assertThat(rejects(rows))
        .extracting(row -> row.toList().get(1))
        .containsOnly(Reason.OUTLOOK_TIME);
    assertThat(count(rows).seen_n()).isEqualTo(5);
  }

  @Test
  void rejectsFileWhoseProcessTellsNothing() throws IOException {
    assertThat(rejects(read(process(false, new byte[0]))))
        .containsExactly(tuple(0L, Reason.OUTLOOK_DAMAGED));
    OutlookProcess.Limits still =
        new OutlookProcess.Limits(Duration.ofMillis(200), Duration.ofSeconds(50));
    assertThat(rejects(read(still, process(true, new byte[0]))))
        .containsExactly(tuple(0L, Reason.OUTLOOK_TIME));
  }

  @Test
  void rejectsGarbageInsteadOfLinesWithoutRepeatingIt() throws IOException {
    for (String garbage :
        List.of(
            "Exception in secret@canary.example",
            "{\"type\":\"secret canary\"}",
            "{\"type\":\"ITEM\",\"kind\":\"MAIL\"}",
            "{\"type\":\"FOLDER\",\"items\":\"secret\",\"canary\":[[[[[[]]]]]]}",
            "[1,2,3]",
            "{\"type\":\"ITEM\",\"kind\":\"MAIL\",\"text\":\"secret canary\"}\n",
            "{\"type\":\"DAMAGED\",\"why\":\"secret <canary>\"}\n")) {
      List<Parsed> rows = read(process(false, garbage.getBytes(StandardCharsets.UTF_8)));
      assertThat(rejects(rows)).as(garbage).containsExactly(tuple(0L, Reason.OUTLOOK_DAMAGED));
      assertThat(rows.toString()).doesNotContain("canary");
    }
  }

  @Test
  void keepsIdentitiesWhereverTheLinesAreCut() throws IOException {
    byte[] all = told(0, 5, OutlookLine.Type.END);
    for (int length = 0; length < all.length; length += 7) {
      byte[] cut = Arrays.copyOf(all, length);
      List<Parsed> rows =
          read(
              LONG,
              process(false, cut),
              process(false, cut),
              process(false, cut),
              process(false, cut));
      ArchiveReaderContract.assertIdentities(rows, part());
    }
  }

  @Test
  void believesNoFolderMoreItemsThanFitIntoFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutlookLineWriter writer = new OutlookLineWriter(out);
    writer.write(OutlookLine.folder(false, Long.MAX_VALUE));
    writer.write(OutlookLine.folder(false, Long.MAX_VALUE));
    writer.write(OutlookLine.of(OutlookLine.Type.PLANNED));
    writer.write(OutlookLine.of(OutlookLine.Type.END));
    List<Parsed> rows = read(process(false, out.toByteArray()));
    assertThat(count(rows).quarantined_n()).isEqualTo(10_000 / 16);
  }

  @Test
  void saysThatNoProcessCanBeStarted() {
    OutlookReader reader =
        new OutlookReader(
            (path, skip) -> {
              throw new IOException("no");
            },
            size -> LONG);
    assertThat(rejects(rowsOf(reader, part()))).containsExactly(tuple(0L, Reason.IO_ERROR));
  }

  @Test
  void rejectsFileInsideOfZip() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("mail.pst"));
      out.write("!BDN".getBytes(StandardCharsets.US_ASCII));
      out.closeEntry();
    }
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.OUTLOOK,
            "box",
            "in",
            zip.toString(),
            "",
            List.of("mail.pst"),
            4,
            1,
            0,
            -1);
    List<Parsed> rows = rowsOf(new OutlookReader(), part);
    assertThat(rejects(rows)).containsExactly(tuple(0L, Reason.NESTED_ARCHIVE));
  }

  @Test
  void rejectsFileThatIsGoneOrNone() throws IOException {
    Files.delete(file);
    assertThat(rejects(rowsOf(new OutlookReader(), part())))
        .containsExactly(tuple(0L, Reason.IO_ERROR));
    Files.createDirectory(file);
    assertThat(rejects(rowsOf(new OutlookReader(), part())))
        .containsExactly(tuple(0L, Reason.NOT_REGULAR));
  }

  @Test
  void rejectsGarbageWithRightMagicInRealProcess() throws IOException {
    byte[] garbage = new byte[20_000];
    new java.util.SplittableRandom(3).nextBytes(garbage);
    System.arraycopy(head(23), 0, garbage, 0, 12);
    garbage[513] = 1;
    Files.write(file, garbage);
    assertThat(rejects(rowsOf(new OutlookReader(), part())))
        .containsExactly(tuple(0L, Reason.OUTLOOK_DAMAGED));
  }

  @Test
  void rejectsFileWhoseRealProcessIsKilled() throws IOException {
    OutlookReader reader =
        new OutlookReader(
            (path, skip) -> OutlookProcess.startJava(path, skip).destroyForcibly(), size -> LONG);
    assertThat(rejects(rowsOf(reader, part()))).containsExactly(tuple(0L, Reason.OUTLOOK_DAMAGED));
  }

  @Test
  void endsWalkInCirclesAfterNumberOfReads() throws IOException {
    byte[] bytes = Arrays.copyOf(head(23), 4096);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    // The node tree has one branch, and that branch is itself.
    buffer.putLong(224, 1024).putLong(240, 1024);
    buffer.put(1024 + 488, (byte) 1).put(1024 + 490, (byte) 24).put(1024 + 491, (byte) 1);
    buffer.putLong(1024 + 16, 1024);
    buffer.put(1024 + 496, (byte) 0x81).put(1024 + 497, (byte) 0x81);
    Files.write(file, bytes);
    List<Parsed> rows = rowsOf(inside(), part());
    assertThat(rejects(rows)).containsExactly(tuple(0L, Reason.OUTLOOK_DAMAGED));
    assertThat(rows.get(0).rejected().detail()).startsWith("the file cannot be opened");
  }

  @Test
  void namesWhatKeepsFileFromBeingRead() throws IOException {
    Files.write(file, Arrays.copyOf(head(23), 100));
    assertThat(detail()).isEqualTo("the file ends in its head");
    Files.write(file, Arrays.copyOf(head(99), 1000));
    assertThat(detail()).isEqualTo("version 99 of the format is not known");
    byte[] encrypted = Arrays.copyOf(head(23), 1000);
    encrypted[513] = 2;
    Files.write(file, encrypted);
    assertThat(detail()).isEqualTo("high encryption is not supported");
  }

  @Test
  void findsDataFilesByTheirHead() throws IOException {
    Files.write(folder.resolve("a.dat"), head(14));
    Files.write(folder.resolve("b.dat"), head(36));
    Files.write(folder.resolve("c.pst"), "!BD".getBytes(StandardCharsets.US_ASCII));
    byte[] addresses = head(14);
    addresses[8] = 'A';
    addresses[9] = 'B';
    Files.write(folder.resolve("d.pab"), addresses);
    try (FolderExport files = FolderExport.open(folder, List.of())) {
      assertThat(new OutlookFinder().find(files, files.files()))
          .extracting(FoundInput::kind, FoundInput::archive, FoundInput::input, FoundInput::files)
          .containsExactly(
              tuple(ArchivePart.Kind.OUTLOOK, "a.dat", "a.dat", List.of("a.dat")),
              tuple(ArchivePart.Kind.OUTLOOK, "b.dat", "b.dat", List.of("b.dat")));
    }
  }

  static byte[] head(int version) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("!BDN".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .put("SM".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) version)
        .array();
  }

  private String detail() {
    return rowsOf(inside(), part()).get(0).rejected().detail();
  }

  private static OutlookReader inside() {
    return new OutlookReader(OutlookFakeProcess::inside, size -> LONG);
  }

  /** Two folders of two and three items; some of the items, and how it ends. */
  private static byte[] told(int from, int to, OutlookLine.Type... last) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutlookLineWriter writer = new OutlookLineWriter(out);
    writer.write(OutlookLine.folder(false, 2));
    writer.write(OutlookLine.folder(true, 3));
    writer.write(OutlookLine.of(OutlookLine.Type.PLANNED));
    for (OutlookLine line : items().subList(from, to)) {
      writer.write(line);
    }
    for (OutlookLine.Type type : last) {
      writer.write(OutlookLine.of(type));
    }
    return out.toByteArray();
  }

  private static List<OutlookLine> items() {
    return List.of(
        OutlookLine.item(mail("a")),
        OutlookLine.item(OutlookMail.OTHER),
        OutlookLine.item(mail("b")),
        OutlookLine.failure(OutlookLine.Type.FAILED, "PSTException", false),
        OutlookLine.item(mail("c")));
  }

  private static OutlookMail mail(String name) {
    String text =
        "From: <"
            + name
            + "@x.example>\r\nTo: <to@x.example>\r\nSubject: "
            + name
            + "\r\n\r\nHello";
    return new OutlookMail(OutlookMail.Kind.MAIL, text, 0, List.of());
  }

  private static Process process(boolean hanging, byte[] lines) {
    return new OutlookFakeProcess(lines, hanging);
  }

  private List<Parsed> read(Process... processes) {
    return read(LONG, processes);
  }

  private List<Parsed> read(OutlookProcess.Limits limits, Process... processes) {
    skips.clear();
    OutlookReader reader =
        new OutlookReader(
            (path, skip) -> {
              skips.add(skip);
              return processes[skips.size() - 1];
            },
            size -> limits);
    return rowsOf(reader, part());
  }

  private static List<Parsed> rowsOf(OutlookReader reader, ArchivePart part) {
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader, part);
    ArchiveReaderContract.assertIdentities(rows, part);
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .allMatch(row -> row.rejected().detail().matches("[A-Za-z0-9: ]{1,100}"));
    return rows;
  }

  private ArchivePart part() {
    return new ArchivePart(
        ArchivePart.Kind.OUTLOOK,
        "box",
        "in",
        folder.toString(),
        "",
        List.of("mail.pst"),
        10_000,
        1,
        0,
        -1);
  }

  private static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
  }

  private static List<org.assertj.core.groups.Tuple> rejects(List<Parsed> rows) {
    return rows.stream()
        .map(Parsed::rejected)
        .filter(Objects::nonNull)
        .map(row -> tuple(row.source_row(), row.reason()))
        .toList();
  }

  private static InputCount count(List<Parsed> rows) {
    return rows.get(rows.size() - 1).count();
  }
}
