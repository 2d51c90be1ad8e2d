package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers as nobody should write them, each with what has to become of it. */
class HostileZipTest {

  private static final String MAIL =
      "From: Ann <ann@x.example>\nTo: bob@y.example\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n"
          + "Subject: hello\n\nGood morning.\n";

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Everything that scanning and reading the folder says, with the identities checked. */
  private List<Parsed> read() {
    List<Parsed> rows = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      List<Parsed> own = ArchiveReaderContract.rowsOf(new AnyReader(), part);
      ArchiveReaderContract.assertIdentities(own, part);
      rows.addAll(own);
    }
    return rows;
  }

  private static List<Reason> reasons(List<Parsed> rows) {
    return rows.stream()
        .filter(row -> row.rejected() != null)
        .map(row -> row.rejected().reason())
        .toList();
  }

  private static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().filter(row -> row.message() != null).map(Parsed::message).toList();
  }

  private void expectWholeFileRejected(byte[] zip, Reason reason) throws IOException {
    expectWholeFileRejected(zip, reason, "");
  }

  private void expectWholeFileRejected(byte[] zip, Reason reason, String why) throws IOException {
    write("bad.zip", zip);
    List<Parsed> rows = read();
    assertThat(reasons(rows)).containsExactly(reason);
    assertThat(messages(rows)).isEmpty();
    Rejected only = rows.stream().map(Parsed::rejected).filter(r -> r != null).findAny().get();
    assertThat(only.source_row()).isZero();
    assertThat(only.detail()).contains(why);
    Files.delete(folder.resolve("bad.zip"));
  }

  private static byte[] zeros(int megabytes) {
    return new byte[megabytes << 20];
  }

  private static RawZip good() {
    return new RawZip().add("box/1.eml", MAIL).add("box/2.eml", MAIL.replace("hello", "again"));
  }

  @Test
  void z1OddNamesAreOnlyNames() throws IOException {
    List<String> names =
        List.of(
            "../../up/1.eml",
            "/etc/2.eml",
            "C:\\mail\\3.eml",
            "a\\b\\4.eml",
            "nul\u0000name/5.eml",
            "x".repeat(5_000) + "/6.eml",
            "twice/7.eml");
    RawZip zip = new RawZip();
    names.forEach(name -> zip.add(name, MAIL));
    zip.add("twice/7.eml", MAIL.replace("hello", "other")).add("plain/8.eml", MAIL);
    write("odd.zip", zip.bytes());
    List<RawMessage> messages = messages(read());
    assertThat(messages).hasSize(names.size() + 2);
    assertThat(messages)
        .filteredOn(message -> message.flags().contains(QualityFlag.ODD_NAME))
        .hasSize(names.size() - 1);
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).as("nothing is extracted").hasSize(2);
    }
  }

  @Test
  void z1SecondEntryOfOneNameIsReadToo() throws IOException {
    byte[] zip =
        new RawZip().add("7.eml", MAIL).add("7.eml", MAIL.replace("hello", "other")).bytes();
    write("twice.zip", zip);
    assertThat(messages(read()))
        .extracting(RawMessage::subject)
        .containsExactlyInAnyOrder("hello", "other");
  }

  @Test
  void z2BombStopsAtItsRatioWhateverItsHeaderSays() throws IOException {
    byte[] plain = zeros(100);
    System.arraycopy(MAIL.getBytes(StandardCharsets.UTF_8), 0, plain, 0, MAIL.length());
    for (long claim : new long[] {plain.length, 1_000}) {
      RawZip.Entry bomb = new RawZip.Entry("1.eml", plain);
      bomb.size = claim;
      Path file = write("bomb.zip", new RawZip().add(bomb).bytes());
      try (ZipExport zip = ZipExport.open(file, null);
          InputStream in = zip.open(zip.files().get(0))) {
        UnreadableException stop =
            catchThrowableOfType(
                UnreadableException.class, () -> in.transferTo(OutputStream.nullOutputStream()));
        assertThat(stop.reason()).isEqualTo(Reason.ZIP_RATIO);
      }
    }
  }

  @Test
  void z2WholeBombCostsItselfAndNotItsNeighbour() throws IOException {
    byte[] head = MAIL.getBytes(StandardCharsets.UTF_8);
    byte[] plain = Arrays.copyOf(head, 100 << 20);
    RawZip.Entry bomb = new RawZip.Entry("box/1.eml", plain);
    write("bomb.zip", new RawZip().add(bomb).add("box/2.eml", MAIL).bytes());
    List<Parsed> rows = read();
    // Of a mail only so much is read that the bomb's ratio never counts.
    assertThat(Budgets.MAIL_BYTES).isLessThan((int) Budgets.UNPACKED_FREE_BYTES);
    assertThat(messages(rows)).hasSize(2);
    assertThat(messages(rows))
        .filteredOn(message -> message.flags().contains(QualityFlag.TRUNCATED))
        .hasSize(1);
  }

  @Test
  void z2RecordsBeforeTheRatioIsPassedAreKeptAndTheRestIsRejected() throws IOException {
    String head =
        "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n"
            + "Ann,u,Bob,2025-01-02 03:04:05 UTC,hello,INBOX\n";
    byte[] plain = "x".repeat(100 << 20).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head.getBytes(StandardCharsets.UTF_8), 0, plain, 0, head.length());
    write("bomb.zip", new RawZip().add(new RawZip.Entry("messages.csv", plain)).bytes());
    List<Parsed> rows = read();
    assertThat(messages(rows)).hasSize(1);
    assertThat(reasons(rows)).containsExactly(Reason.ZIP_RATIO);
  }

  @Test
  void z2ManySmallBombsShareOneBudget() {
    ByteBudget budget = new ByteBudget(1_000_000);
    UnreadableException stop =
        catchThrowableOfType(
            UnreadableException.class,
            () -> {
              for (int i = 0; i < 10_000; i++) {
                budget.spend(1_000_000, 1_000_000, 1_000);
              }
            });
    assertThat(stop.reason()).isEqualTo(Reason.ZIP_RATIO);
  }

  @Test
  void z3OverlappingEntriesAreSeenBeforeAnyIsRead() throws IOException {
    RawZip same = new RawZip();
    RawZip.Entry first = new RawZip.Entry("1.eml", MAIL);
    same.add(first);
    RawZip.Entry again = new RawZip.Entry("1.eml", MAIL);
    again.header = first.header;
    expectWholeFileRejected(same.nameAgain(again).bytes(), Reason.ZIP_OVERLAP);

    // The packed bytes of the first entry hold the second one whole.
    RawZip inside = new RawZip().add("2.eml", MAIL);
    byte[] body = inside.withoutDirectory();
    RawZip.Entry outer = new RawZip.Entry("1.eml", body).stored(body);
    RawZip.Entry inner = new RawZip.Entry("2.eml", MAIL);
    inner.header = 30 + "1.eml".length();
    expectWholeFileRejected(new RawZip().add(outer).nameAgain(inner).bytes(), Reason.ZIP_OVERLAP);

    RawZip.Entry long1 = new RawZip.Entry("1.eml", MAIL);
    long1.flags = ZipDirectory.SIZES_BEHIND;
    RawZip intoDirectory = new RawZip().add(long1);
    long1.packed += 40;
    expectWholeFileRejected(intoDirectory.bytes(), Reason.ZIP_OVERLAP);
  }

  @Test
  void z4ArchiveInArchiveIsReadAndADeeperOneIsNot() throws IOException {
    byte[] third = new RawZip().add("3.eml", MAIL).bytes();
    byte[] second =
        new RawZip()
            .add("2.eml", MAIL)
            .add(new RawZip.Entry("deep.zip", third))
            .add(new RawZip.Entry("letter.docx", docx()))
            .bytes();
    write("outer.zip", new RawZip().add(new RawZip.Entry("inner.zip", second)).bytes());
    List<Parsed> rows = read();
    assertThat(messages(rows)).hasSize(1);
    assertThat(reasons(rows)).containsExactly(Reason.NESTED_ARCHIVE);
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .allMatch(row -> row.rejected().entry().equals("deep.zip"));
  }

  private static byte[] docx() {
    return new RawZip().add("[Content_Types].xml", "<Types/>").bytes();
  }

  @Test
  void z4PackedAndUnpackedInnerArchivesGiveTheSame() throws IOException {
    byte[] second = good().bytes();
    RawZip.Entry packed = new RawZip.Entry("in.zip", second);
    RawZip.Entry plain = new RawZip.Entry("in.zip", second).stored(second);
    for (RawZip.Entry entry : List.of(packed, plain)) {
      write("outer.zip", new RawZip().add("x.txt", "x").add(entry).bytes());
      List<Parsed> rows = read();
      assertThat(messages(rows))
          .as("method %d", entry.method)
          .extracting(RawMessage::subject)
          .containsExactlyInAnyOrder("hello", "again");
    }
  }

  @Test
  void z4LargeInnerArchiveIsReadAsStreamInAnyOrder() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    RawZip inner = new RawZip().add("a.txt", "first");
    inner.add(new RawZip.Entry("b.bin", noise).stored(noise)).add("c.txt", "last");
    Path file =
        write("outer.zip", new RawZip().add(new RawZip.Entry("in.zip", inner.bytes())).bytes());
    try (ZipExport zip = ZipExport.open(file, "in.zip", false, 100_000)) {
      assertThat(zip.files())
          .extracting(ExportFile::path)
          .containsExactly("a.txt", "b.bin", "c.txt");
      for (int i : new int[] {2, 0, 2}) {
        try (InputStream in = zip.open(zip.files().get(i))) {
          assertThat(in.readAllBytes())
              .asString(StandardCharsets.UTF_8)
              .isEqualTo(i == 0 ? "first" : "last");
        }
      }
    }
  }

  @Test
  void z5TooManyEntriesAreRefusedBeforeTheyAreListed() throws IOException {
    RawZip many = new RawZip();
    RawZip.Entry empty = new RawZip.Entry("x", "");
    for (int i = 0; i <= Budgets.ZIP_ENTRIES; i++) {
      many.nameAgain(empty);
    }
    empty.header = 0;
    byte[] zip = many.bytes(many.size() & 0xFFFF, new byte[0]);
    // A ZIP begins with an entry; without one it would not even be looked at.
    byte[] first = new RawZip().add("1.eml", MAIL).withoutDirectory();
    byte[] all = Arrays.copyOf(first, first.length + zip.length);
    System.arraycopy(zip, 0, all, first.length, zip.length);
    ByteBuffer end = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(all.length - 22 + 16, first.length);
    expectWholeFileRejected(all, Reason.ZIP_ENTRIES);
  }

  @Test
  void z5Zip64LiesAreRefused() throws IOException {
    RawZip.Entry huge = new RawZip.Entry("1.eml", MAIL);
    huge.flags = ZipDirectory.SIZES_BEHIND;
    RawZip lie = new RawZip().add(huge);
    huge.size = 0xFFFFFFFFL;
    huge.extra =
        RawZip.buffer(12).putShort((short) 1).putShort((short) 8).putLong(1L << 60).array();
    expectWholeFileRejected(lie.bytes(), Reason.ZIP_DAMAGED, "cannot have");

    RawZip.Entry cut = new RawZip.Entry("1.eml", MAIL);
    cut.flags = ZipDirectory.SIZES_BEHIND;
    RawZip shortField = new RawZip().add(cut);
    cut.packed = 0xFFFFFFFFL;
    cut.extra = RawZip.buffer(8).putShort((short) 1).putShort((short) 4).putInt(5).array();
    expectWholeFileRejected(shortField.bytes(), Reason.ZIP_DAMAGED, "too short");

    RawZip zip = good();
    int length = 2 * (46 + "box/1.eml".length());
    ByteBuffer record = RawZip.buffer(76).putInt(0x06064b50).putLong(44);
    record.putInt(20 << 16 | 20).putInt(0).putInt(0);
    record.putLong(7).putLong(7).putLong(length).putLong(zip.size());
    record.putInt(0x07064b50).putInt(0).putLong(zip.size() + length).putInt(1);
    expectWholeFileRejected(zip.bytes(2, record.array()), Reason.ZIP_DAMAGED, "differ");
  }

  @Test
  void z5TrueZip64IsRead() throws IOException {
    RawZip zip = good();
    int length = 2 * (46 + "box/1.eml".length());
    ByteBuffer record = RawZip.buffer(76).putInt(0x06064b50).putLong(44);
    record.putInt(20 << 16 | 20).putInt(0).putInt(0);
    record.putLong(2).putLong(2).putLong(length).putLong(zip.size());
    record.putInt(0x07064b50).putInt(0).putLong(zip.size() + length).putInt(1);
    write("large.zip", zip.bytes(0xFFFF, record.array()));
    assertThat(messages(read())).hasSize(2);
  }

  @Test
  void z5ListOfEntriesThatIsShorterThanItSaysIsRefused() throws IOException {
    expectWholeFileRejected(good().bytes(3, new byte[0]), Reason.ZIP_DAMAGED, "as long as");
  }

  @Test
  void z5HeadersThatDifferFromTheDirectoryAreRefused() throws IOException {
    RawZip.Entry name = new RawZip.Entry("1.eml", MAIL);
    name.localName = "9.eml".getBytes(StandardCharsets.UTF_8);
    expectWholeFileRejected(new RawZip().add(name).bytes(), Reason.ZIP_DAMAGED, "differ");
    RawZip.Entry method = new RawZip.Entry("1.eml", MAIL);
    method.localMethod = 0;
    expectWholeFileRejected(new RawZip().add(method).bytes(), Reason.ZIP_DAMAGED, "differ");
    RawZip.Entry size = new RawZip.Entry("1.eml", MAIL);
    RawZip zip = new RawZip().add(size);
    size.size++;
    expectWholeFileRejected(zip.bytes(), Reason.ZIP_DAMAGED, "differ");
  }

  @Test
  void z5WrongChecksumCostsTheEntry() throws IOException {
    RawZip.Entry wrong = new RawZip.Entry("box/1.eml", MAIL);
    wrong.crc ^= 1;
    write("crc.zip", new RawZip().add(wrong).add("box/2.eml", MAIL).bytes());
    List<Parsed> rows = read();
    assertThat(reasons(rows)).containsExactly(Reason.ZIP_DAMAGED);
    assertThat(messages(rows)).hasSize(1);
  }

  @Test
  void z5CutArchiveIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = good().bytes();
    for (int length = 4; length < whole.length; length += 7) {
      expectWholeFileRejected(Arrays.copyOf(whole, length), Reason.ZIP_DAMAGED);
    }
  }

  @Test
  void z5SalvageKeepsTheWholeEntriesBeforeTheCut() throws IOException {
    for (int flags : new int[] {0, ZipDirectory.SIZES_BEHIND}) {
      RawZip zip = new RawZip();
      int[] ends = new int[5];
      for (int i = 0; i < ends.length; i++) {
        RawZip.Entry entry = new RawZip.Entry(i + ".eml", MAIL + i);
        entry.flags = flags;
        ends[i] = zip.add(entry).size();
      }
      byte[] whole = zip.bytes();
      for (int length = 4; length < ends[4] + 20; length++) {
        Path file = write("cut.zip", Arrays.copyOf(whole, length));
        int cut = length;
        long expected = Arrays.stream(ends).filter(end -> end <= cut).count();
        try (ZipExport salvaged = ZipExport.open(file, null, true)) {
          assertThat(salvaged.files()).as("cut at %d", length).hasSize((int) expected);
          for (ExportFile each : salvaged.files()) {
            try (InputStream in = salvaged.open(each)) {
              assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                  .isEqualTo(MAIL + each.path().charAt(0));
            }
          }
        }
      }
      Path file = write("cut.zip", whole);
      try (ZipExport salvaged = ZipExport.open(file, null, true)) {
        assertThat(salvaged.files()).hasSize(ends.length);
      }
    }
  }

  @Test
  void z5SalvageDoesNotOpenWhatIsHostileForAnotherReason() throws IOException {
    RawZip.Entry name = new RawZip.Entry("1.eml", MAIL);
    name.localName = "9.eml".getBytes(StandardCharsets.UTF_8);
    Path file = write("bad.zip", new RawZip().add(name).bytes());
    UnreadableException stop =
        catchThrowableOfType(UnreadableException.class, () -> ZipExport.open(file, null, true));
    assertThat(stop.reason()).isEqualTo(Reason.ZIP_DAMAGED);
  }

  @Test
  void z5EncryptedArchiveIsRefused() throws IOException {
    RawZip.Entry secret = new RawZip.Entry("1.eml", MAIL);
    secret.flags = ZipDirectory.ENCRYPTED;
    expectWholeFileRejected(
        new RawZip().add(secret).add("2.eml", MAIL).bytes(), Reason.ZIP_ENCRYPTED);
  }

  @Test
  void z5NoDamageEscapes() throws IOException {
    byte[] whole = good().bytes();
    Random random = new Random(11);
    Path file = folder.resolve("flipped.zip");
    for (int i = 0; i < 500; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      assertThatCode(() -> drain(file)).doesNotThrowAnyException();
    }
  }

  private static void drain(Path file) {
    for (boolean salvage : new boolean[] {false, true}) {
      try (ZipExport zip = ZipExport.open(file, null, salvage)) {
        for (ExportFile each : zip.files()) {
          try (InputStream in = zip.open(each)) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        }
      } catch (IOException expected) {
        assertThat(ZipExport.unreadable(expected).reason()).isNotEqualTo(Reason.IO_ERROR);
      }
    }
  }

  @Test
  void z6LinksInArchivesAreNotFollowed() throws IOException {
    RawZip.Entry link = new RawZip.Entry("box/1.eml", "/etc/passwd");
    link.mode = RawZip.UNIX_LINK;
    write("links.zip", new RawZip().add(link).add("box/2.eml", MAIL).bytes());
    List<Parsed> rows = read();
    assertThat(reasons(rows)).containsExactly(Reason.NOT_REGULAR);
    assertThat(messages(rows)).hasSize(1);
  }

  @Test
  void z6LinksAndPipesInFoldersAreNotOpened() throws Exception {
    Path box = Files.createDirectories(folder.resolve("Maildir/cur"));
    Files.createDirectories(folder.resolve("Maildir/new"));
    Files.createDirectories(folder.resolve("Maildir/tmp"));
    Files.writeString(box.resolve("1:2,S"), MAIL);
    Files.createSymbolicLink(box.resolve("2:2,S"), box.resolve("1:2,S"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    boolean piped =
        new ProcessBuilder("mkfifo", box.resolve("3:2,S").toString()).start().waitFor() == 0;
    List<Parsed> rows = read();
    assertThat(messages(rows)).hasSize(1);
    assertThat(reasons(rows)).hasSize(piped ? 3 : 2).containsOnly(Reason.NOT_REGULAR);
  }

  @Test
  void z8GzipOfSeveralMembersIsOneStreamWithABudget() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (String half : List.of(MAIL.substring(0, 50), MAIL.substring(50))) {
      try (GZIPOutputStream out = new GZIPOutputStream(members)) {
        out.write(half.getBytes(StandardCharsets.UTF_8));
      }
    }
    write("1.eml.gz", members.toByteArray());
    assertThat(messages(read())).extracting(RawMessage::subject).containsExactly("hello");

    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
        out.write(zeros(30));
      }
    }
    byte[] packed = bomb.toByteArray();
    InputStream in =
        GzipInput.open(new java.io.ByteArrayInputStream(packed), packed.length, new ByteBudget());
    UnreadableException stop =
        catchThrowableOfType(
            UnreadableException.class, () -> in.transferTo(OutputStream.nullOutputStream()));
    assertThat(stop.reason()).isEqualTo(Reason.ZIP_RATIO);
  }

  @Test
  void z9NamesThatAreNoTextWork() throws Exception {
    write("line\nbreak \u202Egnp.eml", MAIL.getBytes(StandardCharsets.UTF_8));
    String invalid = "printf '%s' \"$MAIL\" > \"$DIR/$(printf 'caf\\351.eml')\"";
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", invalid);
    shell.environment().put("MAIL", MAIL.replace("hello", "latin"));
    shell.environment().put("DIR", folder.toString());
    assertThat(shell.start().waitFor()).isZero();
    List<Parsed> rows = read();
    assertThat(messages(rows))
        .extracting(RawMessage::subject)
        .containsExactlyInAnyOrder("hello", "latin");
    assertThat(messages(rows))
        .allSatisfy(message -> assertThat(message.flags()).contains(QualityFlag.ODD_NAME));
    assertThat(OddName.escaped("a\nb\u202Ec")).isEqualTo("a\\u000ab\\u202ec");
  }

  @Test
  void z9NamesInArchivesAreDecodedOrFlagged() throws IOException {
    RawZip.Entry latin = new RawZip.Entry("x", MAIL);
    latin.name = "Entw\u00fcrfe/1.eml".getBytes(StandardCharsets.ISO_8859_1);
    latin.localName = latin.name;
    RawZip.Entry lying = new RawZip.Entry("x", MAIL);
    lying.name = "caf\u00e9/2.eml".getBytes(StandardCharsets.ISO_8859_1);
    lying.localName = lying.name;
    lying.flags = ZipNames.UTF_8_FLAG;
    Path file =
        write("n.zip", new RawZip().add(latin).add(lying).add("caf\u00e9/3.eml", "").bytes());
    try (ZipExport zip = ZipExport.open(file, null)) {
      assertThat(zip.files())
          .extracting(ExportFile::path)
          .containsExactlyInAnyOrder("Entw\u00fcrfe/1.eml", "caf\uFFFD/2.eml", "caf\u00e9/3.eml");
    }
    assertThat(OddName.isOdd("caf\uFFFD/2.eml")).isTrue();
    assertThat(OddName.isOdd("caf\u00e9/..x/3...eml")).isFalse();
  }
}
