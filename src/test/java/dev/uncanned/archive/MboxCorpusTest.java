package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads real mail as mboxes, where the public collections are at hand. */
class MboxCorpusTest {

  private static final Path DATA = Path.of("..", "shared", "data");

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
    List<MboxFiles.Found> whole = split(mbox);
    assertThat(whole).hasSize(6_046);
    SplittableRandom random = new SplittableRandom(17);
    for (int plan = 0; plan < 20; plan++) {
      assertThat(split(mbox, MboxFiles.plan(random, size, 40))).isEqualTo(whole);
    }
  }

  /** Pieces as the reader's ranges have them, without parsing: 20 plans over 6,046 mails. */
  private static List<MboxFiles.Found> split(Path mbox, long... ends) throws IOException {
    List<MboxFiles.Found> found = new ArrayList<>();
    List<MboxSpan> spans = new ArrayList<>();
    ArchivePart part = MboxFiles.part(mbox, 0, -1);
    try (ExportFiles files = ExportFiles.of(part)) {
      ExportFile file = files.files().get(0);
      long start = 0;
      for (int i = 0; i <= ends.length; i++) {
        long end = i < ends.length ? ends[i] : -1;
        try (var in = files.open(file, MboxSplitter.from(start))) {
          MboxSplitter splitter = new MboxSplitter(in, start, end, piece -> add(found, piece));
          splitter.split();
          spans.add(splitter.span());
        }
        start = end;
      }
      assertThat(MboxSpan.fault(spans, file.size())).isNull();
    }
    return found;
  }

  private static void add(List<MboxFiles.Found> found, MboxPiece piece) {
    int hash = Arrays.hashCode(piece.copy());
    found.add(
        new MboxFiles.Found(
            piece.kind(), piece.start(), piece.end(), Integer.toHexString(hash), piece.last()));
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
