package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads real mail as mboxes, where the public collections are at hand. */
class MboxCorpusTest {

  private static final Path DATA = Path.of("..", "shared", "data");

  /** Plans by which the file is split; each has up to 40 cuts and {@link #BYTES_ALONE}. */
  private static final int PLANS = 1_000;

  /** Plans by which it is not only split but read. */
  private static final int PARSED_PLANS = 3;

  /** Bytes in a row of which each is a range, at a place of its own in every plan. */
  private static final int BYTES_ALONE = 64;

  /** Bytes of the file that are in memory. */
  private static final int WINDOW = 256 << 10;

  /** Bytes in a row of which each is a range, at three fixed places. */
  private static final int WINDOW_ALONE = 32 << 10;

  @TempDir Path folder;

  /** What has to be the same, however a mail is packed. */
  private record Mail(
      String body,
      String hash,
      Contact sender,
      List<Contact> recipients,
      Instant at,
      DateQuality quality,
      String subject,
      String thread,
      String id,
      boolean html,
      int attachments) {

    static Mail of(RawMessage mail) {
      return new Mail(
          mail.body().stripTrailing(),
          mail.body_hash(),
          mail.sender(),
          mail.recipients(),
          mail.sent_at(),
          mail.date_quality(),
          mail.subject(),
          mail.conversation_id(),
          mail.native_id(),
          mail.html(),
          mail.attachment_n());
    }
  }

  @Test
  void readsSpamAssassinAsMboxUnderAnyPlan() throws IOException {
    List<Path> files = files("spamassassin");
    Path mbox = folder.resolve("all.mbox");
    List<Mail> expected = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(mbox)) {
      for (Path file : files) {
        byte[] mail = Files.readAllBytes(file);
        append(mail, out);
        expected.add(Mail.of(alone(file)));
      }
    }
    long size = Files.size(mbox);
    List<Parsed> rows = MboxFiles.rows(mbox);
    List<RawMessage> messages = MboxFiles.messages(rows);
    assertThat(messages).hasSize(6_046);
    assertThat(messages.stream().map(Mail::of).toList()).isEqualTo(expected);
    assertThat(MboxFiles.counts(rows)).containsExactly(6_046, 6_046, 0, 0, size);
    SplittableRandom random = new SplittableRandom(17);
    for (int plan = 0; plan < PARSED_PLANS; plan++) {
      long[] ends = MboxFiles.plan(random, size, 40);
      assertThat(MboxFiles.messages(rows(mbox, ends)).stream().map(Mail::of).toList())
          .isEqualTo(expected);
    }
    assertSamePiecesUnderAnyPlan(Files.readAllBytes(mbox));
  }

  /** What a mail is made of is its piece, so that the same pieces give the same messages. */
  private static void assertSamePiecesUnderAnyPlan(byte[] mbox) {
    List<Piece> whole = new ArrayList<>();
    split(mbox, whole::add);
    assertThat(whole).hasSize(6_046);
    SplittableRandom random = new SplittableRandom(19);
    for (int plan = 0; plan < PLANS; plan++) {
      long first = 1 + random.nextLong(mbox.length - BYTES_ALONE);
      LongStream alone = LongStream.range(first, first + BYTES_ALONE);
      LongStream any = Arrays.stream(MboxFiles.plan(random, mbox.length, 40));
      assertSame(whole, mbox, LongStream.concat(any, alone));
    }
    // Every byte a range of its own takes hours over the whole file, so it is done where it begins,
    // where it ends and in between.
    for (int at : new int[] {0, mbox.length / 2, mbox.length - WINDOW_ALONE - 1}) {
      assertSame(whole, mbox, LongStream.rangeClosed(at + 1L, at + WINDOW_ALONE));
    }
  }

  private static void assertSame(List<Piece> whole, byte[] mbox, LongStream ends) {
    Iterator<Piece> expected = whole.iterator();
    split(
        mbox,
        piece -> {
          // Six million times, so that an assertion is made of what differs only.
          Piece other = expected.hasNext() ? expected.next() : null;
          if (!piece.equals(other)) {
            assertThat(piece).isEqualTo(other);
          }
        },
        ends.sorted().distinct().toArray());
    assertThat(expected.hasNext()).isFalse();
  }

  private static List<Parsed> rows(Path mbox, long... ends) {
    List<Parsed> rows = new ArrayList<>();
    long start = 0;
    for (int i = 0; i <= ends.length; i++) {
      long end = i < ends.length ? ends[i] : -1;
      new MboxReader().read(MboxFiles.part(mbox, start, end), rows::add);
      start = end;
    }
    return rows;
  }

  /** A piece without its bytes, which are summed up. */
  private record Piece(
      MboxPiece.Kind kind, long start, long end, boolean escaped, boolean last, long sum) {

    static Piece of(MboxPiece piece) {
      CRC32C sum = new CRC32C();
      sum.update(piece.bytes(), piece.from(), piece.to() - piece.from());
      return new Piece(
          piece.kind(), piece.start(), piece.end(), piece.escaped(), piece.last(), sum.getValue());
    }
  }

  /** The pieces as the reader's ranges have them, which end at the given places, not parsed. */
  private static void split(byte[] mbox, Consumer<Piece> out, long... ends) {
    List<MboxSpan> spans = new ArrayList<>();
    long start = 0;
    for (int i = 0; i <= ends.length; i++) {
      long end = i < ends.length ? ends[i] : -1;
      int from = (int) MboxSplitter.from(start);
      // Ranges are small here, so that filling a window of two megabytes took most of the time.
      int window = end >= 0 && end - start < 1_024 ? MboxFiles.WINDOW : WINDOW;
      ByteArrayInputStream in = new ByteArrayInputStream(mbox, from, mbox.length - from);
      MboxSplitter splitter =
          new MboxSplitter(
              new MboxWindow(in, from, window, Budgets.MAIL_BYTES),
              start,
              end,
              piece -> out.accept(Piece.of(piece)));
      splitter.split();
      spans.add(splitter.span());
      start = end;
    }
    assertThat(MboxSpan.fault(spans, mbox.length)).isNull();
  }

  private static RawMessage alone(Path file) {
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.EML,
            "box",
            "in",
            file.getParent().toString(),
            "",
            List.of(file.getFileName().toString()),
            0,
            1,
            0,
            -1);
    List<RawMessage> mails =
        MboxFiles.messages(ArchiveReaderContract.rowsOf(new MailReader(), part));
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  /** Writes a mail as mboxrd does; its own From line is kept if it is one. */
  private static void append(byte[] mail, OutputStream out) throws IOException {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    boolean opens = MboxSeparator.opensMail(mail, 0, Math.min(mail.length, MboxSeparator.AHEAD));
    StringBuilder quoted = new StringBuilder(opens ? "" : "From \n");
    int at = 0;
    while (at < text.length()) {
      int next = text.indexOf('\n', at) + 1;
      next = next == 0 ? text.length() : next;
      int from = at;
      while (text.charAt(from) == '>' && from < next - 1) {
        from++;
      }
      boolean escape = text.startsWith("From ", from) && !(opens && at == 0);
      quoted.append(escape ? ">" : "").append(text, at, next);
      at = next;
    }
    quoted.append(text.endsWith("\n") ? "\n" : "\n\n");
    out.write(quoted.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void accountsForEveryMboxOfTika() throws IOException {
    TreeMap<String, String> seen = new TreeMap<>();
    for (Path file : files("mbox/tika")) {
      List<Parsed> rows = MboxFiles.rows(file);
      long[] counts = MboxFiles.counts(rows);
      assertThat(counts[4]).as("bytes").isEqualTo(Files.size(file));
      seen.put(
          file.getFileName().toString(),
          MboxFiles.messages(rows).size() + " mails, rejected " + reasons(rows));
    }
    assertThat(seen)
        .containsEntry("complex.mbox", "3 mails, rejected []")
        .containsEntry("headers.mbox", "1 mails, rejected []")
        .containsEntry("multiline.mbox", "1 mails, rejected []")
        .containsEntry("multiline2.mbox", "1 mails, rejected []")
        .containsEntry("quoted.mbox", "0 mails, rejected [NOT_MBOX]")
        .containsEntry("simple.mbox", "0 mails, rejected [NOT_MBOX]")
        .containsEntry("single_mail.mbox", "1 mails, rejected []")
        .containsEntry("testMBOX_complex.mbox", "1 mails, rejected []")
        .containsEntry("testMBOX_lengthy_x-headers.mbox", "1 mails, rejected []")
        .hasSize(9);
    try (ExportFiles files = FolderExport.open(DATA.resolve("mbox/tika"), List.of())) {
      assertThat(new MboxFinder().find(files, files.files())).hasSize(9);
    }
  }

  private static List<Reason> reasons(List<Parsed> rows) {
    return MboxFiles.rejected(rows).stream().map(Rejected::reason).toList();
  }

  private static List<Path> files(String name) throws IOException {
    Path given = DATA.resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(given), "no collection of real mail beside the project");
    try (Stream<Path> walk = Files.walk(given)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
