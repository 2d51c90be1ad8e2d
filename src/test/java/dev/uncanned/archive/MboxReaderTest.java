package dev.uncanned.archive;

import static dev.uncanned.archive.MboxFiles.HEAD;
import static dev.uncanned.archive.MboxFiles.SEPARATOR;
import static dev.uncanned.archive.MboxFiles.bytes;
import static dev.uncanned.archive.MboxFiles.counts;
import static dev.uncanned.archive.MboxFiles.mail;
import static dev.uncanned.archive.MboxFiles.messages;
import static dev.uncanned.archive.MboxFiles.part;
import static dev.uncanned.archive.MboxFiles.rejected;
import static dev.uncanned.archive.MboxFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxReaderTest implements ArchiveReaderContract {

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new MboxReader(MboxFiles.WINDOW, 1 << 20);
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    Path file = at.resolve("box.mbox");
    String parts = "--b\nContent-Type: text/html\n\n<p>Hello</p>\n--b\n\nHello\n--b--\n";
    String type = "Content-Type: multipart/mixed; boundary=b\n\n";
    String draft = SEPARATOR + "X-Gmail-Labels: Drafts\n" + HEAD + "\nnot sent\n\n";
    String multipart = SEPARATOR + HEAD + type + parts + "\n";
    Files.writeString(file, "\uFEFF" + mail("Hello") + draft + multipart + mail(">From me"));
    return part(file, 0, -1);
  }

  @Test
  void readsEveryDialectAsGolden() throws IOException {
    Path golden = ChatExports.golden("mbox");
    StringBuilder shown = new StringBuilder();
    try (Stream<Path> walk = Files.walk(golden)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".msf"))
              .sorted()
              .toList();
      for (Path file : files) {
        shown.append(golden.relativize(file).toString().replace('\\', '/')).append('\n');
        rows(file).forEach(row -> shown.append(line(row)));
      }
    }
    try (InputStream expected = getClass().getResourceAsStream("/golden/archive/mbox.txt")) {
      assertThat(shown.toString())
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String line(Parsed row) {
    RawMessage mail = row.message();
    Rejected rejected = row.rejected();
    InputCount count = row.count();
    if (mail != null) {
      return "  message %d %s thread %s %s: %s%n"
          .formatted(
              mail.source_row(),
              mail.sent_at(),
              mail.conversation_id(),
              mail.flags(),
              mail.body().replace("\r", "\\r").replace("\n", "\\n"))
          .replace(System.lineSeparator(), "\n");
    }
    if (rejected != null) {
      return "  reject %d [%d,%d) %s\n"
          .formatted(
              rejected.source_row(), rejected.byte_start(), rejected.byte_end(), rejected.reason());
    }
    return count == null
        ? "  owner %s %s %d\n"
            .formatted(row.owner().evidence(), row.owner().person().email(), row.owner().weight())
        : "  count seen %d parsed %d rejected %d out %d bytes %d\n"
            .formatted(
                count.seen_n(),
                count.parsed_n(),
                count.quarantined_n(),
                count.out_of_scope_n(),
                count.bytes_n());
  }

  @Test
  void givesSameRowsUnderAnyPlan() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (int seed = 0; seed < 8; seed++) {
      byte[] bytes = MboxFiles.tangled(seed, 8);
      Path file = Files.write(folder.resolve("box.mbox"), bytes);
      List<Parsed> whole = ranges(file, bytes.length);
      assertThat(messages(whole)).hasSize(8);
      for (int plan = 0; plan < 25; plan++) {
        long[] ends = MboxFiles.plan(random, bytes.length, 5);
        List<Parsed> parts = ranges(file, bytes.length, ends);
        assertThat(messages(parts)).isEqualTo(messages(whole));
        assertThat(rejected(parts)).isEqualTo(rejected(whole));
        assertThat(counts(parts)).isEqualTo(counts(whole));
      }
      assertThat(counts(whole)[4]).as("bytes tile the file").isEqualTo(bytes.length);
      assertThat(rejectedBytes(whole))
          .as("of them, those of rejects")
          .isEqualTo(
              rejected(whole).stream().mapToLong(row -> row.byte_end() - row.byte_start()).sum());
    }
  }

  private static long rejectedBytes(List<Parsed> rows) {
    return rows.stream()
        .map(Parsed::count)
        .filter(Objects::nonNull)
        .mapToLong(InputCount::rejected_bytes_n)
        .sum();
  }

  private List<Parsed> ranges(Path file, long size, long... ends) {
    List<Parsed> rows = new ArrayList<>();
    long start = 0;
    for (int i = 0; i <= ends.length; i++) {
      long end = i < ends.length ? ends[i] : -1;
      reader().read(part(file, start, end), rows::add);
      start = end;
    }
    return rows;
  }

  @Test
  void takesEscapesBackByOne() throws IOException {
    List<RawMessage> mails =
        messages(rows(folder, bytes(mail(">From a\n>>From b\n>Fromage\n> From c\nx >From d"))));
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).body()).isEqualTo("From a\n>From b\n>Fromage\n> From c\nx >From d\n");
  }

  @Test
  void rejectsWhatIsNoMbox() throws IOException {
    for (String text : List.of("<html><body>no mail</body></html>", "\u0001\u0002", "\n\n")) {
      List<Parsed> rows = rows(folder, bytes(text));
      assertThat(messages(rows)).isEmpty();
      assertThat(rejected(rows)).hasSize(1);
      Rejected row = rejected(rows).get(0);
      assertThat(row.reason()).isEqualTo(Reason.NOT_MBOX);
      assertThat(row.source_row()).as("the file as a whole").isZero();
      assertThat(rejectedBytes(rows)).isEqualTo(bytes(text).length);
      assertThat(row.byte_start()).isZero();
      assertThat(row.byte_end()).isEqualTo(bytes(text).length);
      assertThat(row.raw_sha256()).isEqualTo(ContentHash.sha256(bytes(text)));
      assertThat(counts(rows)).containsExactly(1, 0, 1, 0, bytes(text).length);
    }
    assertThat(counts(rows(folder, new byte[0]))).containsOnly(0);
  }

  @Test
  void rejectsBytesBeforeFirstMail() throws IOException {
    List<Parsed> rows = rows(folder, bytes("\u0000garbage\n\n" + mail("Hello")));
    assertThat(messages(rows)).hasSize(1);
    assertThat(messages(rows).get(0).source_row()).isEqualTo(11);
    assertThat(rejected(rows))
        .containsExactly(
            new Rejected(
                "in",
                1,
                0,
                10,
                Reason.PREAMBLE,
                "bytes before the first mail",
                ContentHash.sha256(bytes("\u0000garbage\n\n")),
                "box.mbox",
                "\u0000garbage\n\n"));
  }

  @Test
  void readsBeyondTwoGigabytes() throws IOException {
    Path file = folder.resolve("large.mbox");
    long hole = (1L << 31) + (1L << 30);
    long start = hole - 100;
    try (var out = Files.newByteChannel(file, sparse())) {
      out.write(ByteBuffer.wrap(bytes(mail("First"))));
      out.position(hole);
      out.write(ByteBuffer.wrap(bytes("\n\n" + mail("Last"))));
    }
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part(file, start, -1));
    assertThat(messages(rows)).extracting(RawMessage::source_row).containsExactly(hole + 3);
    assertThat(counts(rows)[4]).isEqualTo(Files.size(file) - hole - 2);
  }

  private static Set<OpenOption> sparse() {
    return Set.of(
        StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE);
  }

  @Test
  void keepsBeginningOfLargeMail() throws IOException {
    byte[] large = MboxFiles.filled("a line of a large mail\n", 2 << 20);
    byte[] file =
        MboxFiles.joined(
            bytes(mail("First")),
            bytes(SEPARATOR + HEAD + "\n"),
            large,
            bytes("\n\n" + mail("Last")));
    Path path = Files.write(folder.resolve("box.mbox"), file);
    List<Parsed> rows =
        ArchiveReaderContract.rowsOf(new MboxReader(MboxFiles.WINDOW, 100_000), part(path, 0, -1));
    List<RawMessage> mails = messages(rows);
    assertThat(mails).hasSize(3);
    assertThat(mails.get(1).flags()).containsExactly(QualityFlag.TRUNCATED);
    int head = bytes(SEPARATOR + HEAD + "\n").length;
    assertThat(mails.get(1).body()).hasSize(100_000 - head).startsWith("a line of a large mail\n");
    assertThat(mails.get(2).body()).isEqualTo("Last\n");
    assertThat(counts(rows)).containsExactly(3, 3, 0, 0, file.length);
  }

  @Test
  void flagsLastMailOfFileThatWasCutOff() throws IOException {
    String type = "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\nHello\n";
    assertThat(lastFlags(mail("whole") + SEPARATOR + HEAD)).contains(QualityFlag.TRUNCATED_FILE);
    assertThat(lastFlags(mail("whole") + SEPARATOR + "From: a"))
        .contains(QualityFlag.TRUNCATED_FILE);
    assertThat(lastFlags(SEPARATOR + HEAD + "\nin a li")).contains(QualityFlag.TRUNCATED_FILE);
    assertThat(lastFlags(SEPARATOR + HEAD + type)).contains(QualityFlag.TRUNCATED_FILE);
    assertThat(lastFlags(SEPARATOR + HEAD + type + "--b--\n")).isEmpty();
    assertThat(lastFlags(mail("whole"))).isEmpty();
    byte[] cut = bytes(mail("caf\u00e9").stripTrailing());
    List<RawMessage> mails = messages(rows(folder, Arrays.copyOf(cut, cut.length - 1)));
    assertThat(mails.get(0).flags()).contains(QualityFlag.TRUNCATED_FILE);
  }

  @Test
  void readsEveryMailWhereOneBlankLineIsMissing() throws IOException {
    String mbox = mail("one") + mail("two").stripTrailing() + "\n" + mail("three") + mail("four");
    List<Parsed> rows = rows(folder, bytes(mbox));
    assertThat(messages(rows))
        .extracting(RawMessage::body)
        .containsExactly("one\n", "two\n", "three\n", "four\n");
    assertThat(messages(rows)).allSatisfy(mail -> assertThat(mail.flags()).isEmpty());
    assertThat(counts(rows)).containsExactly(4, 4, 0, 0, mbox.length());
  }

  @Test
  void flagsMailThatMayHoldAnother() throws IOException {
    String bare = "From - \n" + HEAD + "\nthree\n\n";
    List<Parsed> rows = rows(folder, bytes(mail("one") + mail("two").strip() + "\n" + bare));
    assertThat(messages(rows))
        .extracting(RawMessage::flags)
        .containsExactly(List.of(), List.of(QualityFlag.MAYBE_MERGED));
    assertThat(lastFlags(mail("one") + mail("See:\nFrom here on it is text"))).isEmpty();
  }

  private List<QualityFlag> lastFlags(String mbox) throws IOException {
    List<RawMessage> mails = messages(rows(folder, bytes(mbox)));
    mails.subList(0, mails.size() - 1).forEach(mail -> assertThat(mail.flags()).isEmpty());
    return mails.get(mails.size() - 1).flags();
  }

  @Test
  void readsGzipOfSeveralMembers() throws IOException {
    byte[] packed = MboxFiles.joined(gzip(mail("One")), gzip(mail("Two") + mail("Three")));
    List<Parsed> rows = rows(Files.write(folder.resolve("box.mbox.gz"), packed));
    assertThat(messages(rows))
        .extracting(RawMessage::body)
        .containsExactly("One\n", "Two\n", "Three\n");
    assertThat(rejected(rows)).isEmpty();
  }

  @Test
  void keepsWhatStandsBeforeDamageOfGzip() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    String noise =
        random
            .ints(20_000, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    byte[] packed = gzip(mail("One") + mail(noise) + mail("Three"));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    List<Parsed> rows = rows(Files.write(folder.resolve("box.mbox.gz"), cut));
    assertThat(messages(rows)).hasSize(2);
    assertThat(messages(rows).get(0).body()).isEqualTo("One\n");
    assertThat(messages(rows).get(0).flags()).isEmpty();
    assertThat(messages(rows).get(1).flags()).containsExactly(QualityFlag.TRUNCATED_FILE);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.GZIP_DAMAGED);
    ArchiveReaderContract.assertIdentities(rows, part(folder.resolve("box.mbox.gz"), 0, -1));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }

  @Test
  void countsLabelledAndExpungedMailOutOfScope() throws IOException {
    StringBuilder mbox = new StringBuilder();
    List<String> headers =
        List.of(
            "X-Gmail-Labels: Entw\u00fcrfe",
            "X-Gmail-Labels: =?UTF-8?Q?Ko=C5=A1?=,Unread",
            "X-Gmail-Labels: Inbox,Skr\u00e4ppost",
            "X-Gmail-Labels: Bate-papo",
            "X-Mozilla-Status: 0009",
            "X-Mozilla-Draft-Info: internal/draft; vcard=0");
    headers.forEach(header -> mbox.append(SEPARATOR + header + "\n" + HEAD + "\nx\n\n"));
    mbox.append(SEPARATOR + "X-Gmail-Labels: \"A, Spam, B\",Inbox\n" + HEAD + "\nin\n\n");
    mbox.append(SEPARATOR + "X-Mozilla-Status: 0001\n" + HEAD + "\nin\n\n");
    List<Parsed> rows = rows(folder, bytes(mbox.toString()));
    assertThat(messages(rows)).extracting(RawMessage::body).containsExactly("in\n", "in\n");
    assertThat(counts(rows)).startsWith(8, 8, 0, 6);
  }

  @Test
  void takesThreadAndOwnerFromGmail() throws IOException {
    String labels = "X-GM-THRID: 1828754568043628583\nX-Gmail-Labels: =?UTF-8?Q?Envoy=C3=A9?=\n";
    String sent = SEPARATOR + labels + "References: <r@x>\n" + HEAD + "\nx\n\n";
    List<Parsed> rows = rows(folder, bytes(sent));
    assertThat(messages(rows))
        .extracting(RawMessage::conversation_id)
        .containsExactly("1828754568043628583");
    assertThat(messages(rows).get(0).direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(rows.stream().map(Parsed::owner).filter(owner -> owner != null))
        .extracting(OwnerClaim::evidence, owner -> owner.person().email())
        .containsExactly(tuple(OwnerClaim.Evidence.SENT_FOLDER, "ann@x.example"));
  }

  @Test
  void takesNameOfFileForFolder() throws IOException {
    for (String name : List.of("Sent", "Gesendet.mbox", "Sent Items.mbox")) {
      List<Parsed> rows = rows(Files.write(folder.resolve(name), bytes(mail("Hello"))));
      assertThat(rows.stream().map(Parsed::owner).filter(owner -> owner != null))
          .extracting(OwnerClaim::evidence)
          .containsExactly(OwnerClaim.Evidence.SENT_FOLDER);
    }
  }
}
