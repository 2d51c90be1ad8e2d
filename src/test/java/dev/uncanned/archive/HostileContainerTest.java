package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd names and packed files in every format, and what a rejected record says of itself. */
class HostileContainerTest {

  private static final String LINKEDIN = "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n";
  private static final String ROW = "Ann,u,Bob,2025-01-02 03:04:05 UTC,hello,INBOX\n";
  private static final String MAIL =
      "From: Ann <ann@x.example>\nTo: bob@y.example\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n"
          + "Subject: hello\n\nGood morning.\n";
  private static final String MBOX = "From ann@x.example Mon Jan  6 10:00:00 2025\n" + MAIL + "\n";
  private static final String TABLE =
      "Campaign,Lead Email,From Email,Subject,Body,Sent At\n"
          + "c,bob@y.example,ann@x.example,Hi,hello,2025-01-02T03:04:05Z\n";
  private static final String WHATSAPP =
      "02.01.25, 03:04 - Ann Lee: hello\n02.01.25, 03:05 - Bob: hi\n";

  /** Too odd for any finder to care, and harmless on every file system that tests run on. */
  private static final String ODD = "odd\u202Ename";

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private List<Parsed> read() {
    List<Parsed> rows = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      List<Parsed> own = ArchiveReaderContract.rowsOf(new AnyReader(), part);
      ArchiveReaderContract.assertIdentities(own, part);
      rows.addAll(own);
    }
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private void assertRead(String name, byte[] content, int messages, QualityFlag... flags)
      throws IOException {
    Path file = write(name, content);
    List<RawMessage> read = ChatExports.messages(read());
    assertThat(read).as(name).hasSize(messages);
    assertThat(read).as(name).allSatisfy(one -> assertThat(one.flags()).containsExactly(flags));
    Files.delete(file);
  }

  @Test
  void z1OddNamesAreFlaggedInEveryFormat() throws IOException {
    QualityFlag odd = QualityFlag.ODD_NAME;
    assertRead(ODD + "/messages.csv", bytes(LINKEDIN + ROW), 1, odd);
    assertRead(ODD + "/1.eml", bytes(MAIL), 1, odd);
    assertRead(ODD + ".mbox", bytes(MBOX + MBOX), 2, odd);
    assertRead(ODD + "/chat.txt", bytes(WHATSAPP), 2, odd);
    Path slack = ChatExports.copy("slack", folder.resolve("s"));
    Files.move(slack, folder.resolve(ODD + "s"));
    assertThat(ChatExports.messages(read()))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.flags()).contains(odd));
  }

  @Test
  void z1OddNameOfOutlookMessageIsFlagged() throws IOException {
    MsgFile.sample().write(folder.resolve(ODD + ".msg"));
    assertThat(ChatExports.messages(read()))
        .singleElement()
        .satisfies(one -> assertThat(one.flags()).containsExactly(QualityFlag.ODD_NAME));
  }

  @Test
  void z8GzipOfEveryFormatThatIsOneFileIsRead() throws IOException {
    assertRead("messages.csv.gz", gzip(bytes(LINKEDIN + ROW)), 1);
    assertRead("1.eml.gz", gzip(bytes(MAIL)), 1);
    assertRead("box.mbox.gz", gzip(bytes(MBOX + MBOX)), 2);
    MappedFiles own = new MappedFiles(folder, ArchiveConfigTest.read(ArchiveConfigTest.OWN));
    String table =
        "Sent;From;To;Text;Way;State;Template\n"
            + "01.03.2024 10:00;ann@acme.example;bob@x.example;Hi;out;sent;t1\n";
    byte[] packed = gzip(bytes(table));
    assertThat(ChatExports.messages(own.read("t.csv.gz", packed))).hasSize(1);
    assertThat(own.found()).extracting(FoundInput::input).containsExactly("t.csv.gz");
    for (int length = 30; length < packed.length; length += 9) {
      List<Parsed> rows = own.read("t.csv.gz", Arrays.copyOf(packed, length));
      assertThat(ChatExports.rejected(rows))
          .extracting(Rejected::reason)
          .containsExactly(Reason.GZIP_DAMAGED);
    }
  }

  @Test
  void z8GzipOfJsonIsReadAsItsContent() throws IOException {
    for (String name : List.of("json", "jsonl")) {
      MappedFiles own = new MappedFiles(folder, ArchiveConfigTest.read(ArchiveConfigTest.OWN));
      String line =
          "{\"Sent\":\"01.03.2024 10:00\",\"From\":\"ann@acme.example\",\"To\":\"b@x.example\","
              + "\"Text\":\"Hi\",\"Way\":\"out\",\"State\":\"sent\",\"Template\":\"t1\"}\n";
      String text = name.equals("json") ? "[" + line + "," + line + "]" : line + line;
      List<Parsed> plain = own.read("t." + name, text);
      List<Parsed> packed = own.read("t." + name + ".gz", gzip(bytes(text)));
      assertThat(ChatExports.messages(packed)).isEqualTo(ChatExports.messages(plain));
    }
  }

  @Test
  void z8CutGzipOfLinkedInKeepsWhatCameOut() throws IOException {
    byte[] whole = gzip(bytes(LINKEDIN + ROW.repeat(50)));
    write("messages.csv.gz", Arrays.copyOf(whole, whole.length - 9));
    List<Parsed> rows = read();
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.GZIP_DAMAGED);
  }

  @Test
  void z8OtherPackersAreListedAndNotOpened() throws IOException {
    byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4, 0, 0, 0, 0};
    write("box.mbox.xz", xz);
    List<Parsed> rows = read();
    assertThat(ChatExports.messages(rows)).isEmpty();
    assertThat(ChatExports.counts(rows))
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.format()).isEqualTo("other-binary");
              assertThat(count.seen_n()).isEqualTo(1);
            });
  }

  private Rejected onlyReject() {
    List<Rejected> rejected = ChatExports.rejected(read());
    assertThat(rejected).hasSize(1);
    return rejected.get(0);
  }

  private static final String SLACK_USERS =
      "[{\"id\":\"U1\",\"name\":\"ann\",\"profile\":{\"real_name\":\"Ann Lee\"}}]";
  private static final String SLACK_GOOD =
      "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"hello\",\"ts\":\"1700000000.000100\"}";

  @Test
  void rejectedChatRecordShowsItsFileAndHowItBegins() throws IOException {
    write("ws/users.json", bytes(SLACK_USERS));
    write("ws/channels.json", bytes("[{\"id\":\"C1\",\"name\":\"general\"}]"));
    String bad = "{\"text\":\"J\u00f6rg, who?\"}";
    String day = "[" + SLACK_GOOD + ",\n  " + bad + ",\n  " + SLACK_GOOD + "]";
    write("ws/general/2023-11-14.json", bytes(day));
    Rejected reject = onlyReject();
    assertThat(reject.reason()).isEqualTo(Reason.CHAT_SCHEMA);
    assertThat(reject.entry()).isEqualTo("ws/general/2023-11-14.json");
    assertThat(
            new String(
                reject.raw_sample().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .isEqualTo(bad);
    String cut = "[" + SLACK_GOOD + ",\n  {\"type\":\"message\",\"te";
    write("ws/general/2023-11-14.json", bytes(cut));
    reject = onlyReject();
    assertThat(reject.reason()).isEqualTo(Reason.JSON_BROKEN);
    assertThat(reject.raw_sample()).isEqualTo("{\"type\":\"message\",\"te");
  }

  @Test
  void rejectedBeginningOfWhatsAppChatIsShown() throws IOException {
    write("chat.txt", bytes("Some words of somebody\n" + WHATSAPP.repeat(20)));
    ArchivePart part = ChatExports.part(ArchivePart.Kind.WHATSAPP, folder, "", List.of("chat.txt"));
    List<Parsed> rows = ChatExports.read(new WhatsAppReader(), List.of(part));
    Rejected reject = ChatExports.rejected(rows).get(0);
    assertThat(reject.reason()).isEqualTo(Reason.CHAT_SCHEMA);
    assertThat(reject.entry()).isEqualTo("chat.txt");
    assertThat(reject.raw_sample()).startsWith("Some words of somebody\n02.01.25");
  }

  @Test
  void longChatRecordsAreShownByTheirFirstBytes() throws IOException {
    write("ws/users.json", bytes(SLACK_USERS));
    write("ws/channels.json", bytes("[{\"id\":\"C1\",\"name\":\"general\"}]"));
    String bad = "{\"text\":\"" + "x".repeat(30_000) + "\"}";
    write("ws/general/2023-11-14.json", bytes("[" + SLACK_GOOD + "," + bad + "]"));
    assertThat(onlyReject().raw_sample()).isEqualTo(bad.substring(0, Rejected.SAMPLE_BYTES));
  }

  @Test
  void rejectedOutlookFilesShowTheirNameAndHowTheyBegin() throws IOException {
    MsgFile.sample().write(folder.resolve("1.msg"));
    byte[] whole = Files.readAllBytes(folder.resolve("1.msg"));
    Files.write(folder.resolve("1.msg"), Arrays.copyOf(whole, 600));
    Rejected reject = onlyReject();
    assertThat(reject.reason()).isEqualTo(Reason.OUTLOOK_MESSAGE);
    assertThat(reject.entry()).isEqualTo("1.msg");
    assertThat(reject.raw_sample())
        .isEqualTo(new String(Arrays.copyOf(whole, 600), StandardCharsets.ISO_8859_1));
    Files.delete(folder.resolve("1.msg"));
    byte[] pst = new byte[5_000];
    System.arraycopy(bytes("!BDN"), 0, pst, 0, 4);
    write("mail.pst", pst);
    reject = onlyReject();
    assertThat(reject.source_row()).isZero();
    assertThat(reject.entry()).isEqualTo("mail.pst");
    assertThat(reject.raw_sample()).hasSize(Rejected.SAMPLE_BYTES).startsWith("!BDN");
  }

  @Test
  void tablesOfOtherToolsAreNotTakenForLinkedIn() throws IOException {
    write("messages.csv", bytes(TABLE));
    assertThat(ArchiveScanner.scan(List.of(folder)))
        .extracting(ArchivePart::kind)
        .doesNotContain(ArchivePart.Kind.LINKEDIN);
  }

  @Test
  void c6LinkedInFileThatLacksAColumnIsFoundAndRejected() throws IOException {
    write("messages.csv", bytes(LINKEDIN.replace("CONTENT", "ann@secret.example") + ROW));
    Rejected reject = onlyReject();
    assertThat(reject.reason()).isEqualTo(Reason.CSV_SCHEMA);
    assertThat(reject.source_row()).isZero();
    assertThat(reject.detail())
        .isEqualTo(
            "missing columns: [content], found: [from, sender profile url, to, date, folder]"
                + " and 1 others");
  }
}
