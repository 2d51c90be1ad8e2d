package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MsgReaderTest implements ArchiveReaderContract {

  private static final Path DATA = Path.of("..", "shared", "data", "outlook", "tika");

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new MsgReader();
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    MsgFile.sample().write(at.resolve("1.msg"));
    MsgFile.sample().number(OutlookProperties.MESSAGE_FLAGS, 8).write(at.resolve("2.msg"));
    MsgFile.sample().text(OutlookProperties.MESSAGE_CLASS, "IPM.Task").write(at.resolve("3.msg"));
    return part(at, List.of("1.msg", "2.msg", "3.msg"));
  }

  @Test
  void countsDraftsAndOtherItemsAsOutOfScope() throws IOException {
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), samplePart(folder));
    assertThat(rows).filteredOn(row -> row.message() != null).hasSize(1);
    InputCount count = rows.get(rows.size() - 1).count();
    assertThat(count.seen_n()).isEqualTo(3);
    assertThat(count.out_of_scope_n()).isEqualTo(2);
    assertThat(count.format()).isEqualTo("outlook-msg");
  }

  @Test
  void readsSameMessageAsFromInternetMail() throws IOException {
    RawMessage saved =
        read(MsgFile.sample().recipient(OutlookPerson.CC, "Cy", "SMTP", "cy@z.example", null));
    Path mail = folder.resolve("mail.eml");
    Files.writeString(
        mail,
        """
        From: Ann Lee <ann@x.example>
        To: Bob <bob@y.example>
        Cc: Cy <cy@z.example>
        Subject: Hi
        Date: Tue, 4 Dec 2001 10:30:17 -0800

        Hello Bob,
        how are you?
        """);
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.EML,
            "box",
            "in",
            folder.toString(),
            "",
            List.of("mail.eml"),
            0,
            1,
            0,
            -1);
    RawMessage sent = ArchiveReaderContract.rowsOf(new MailReader(), part).get(0).message();
    assertThat(saved.sender()).isEqualTo(sent.sender());
    assertThat(saved.recipients()).isEqualTo(sent.recipients());
    assertThat(saved.sent_at()).isEqualTo(sent.sent_at());
    assertThat(saved.date_quality()).isEqualTo(DateQuality.SECOND);
    assertThat(saved.body_hash()).isEqualTo(sent.body_hash());
    assertThat(saved.subject()).isEqualTo(sent.subject());
    assertThat(saved.html()).isFalse();
  }

  @Test
  void prefersHeaderOfInternetMailWithoutThatOfItsParts() throws IOException {
    String header =
        """
        Microsoft Mail Internet Headers Version 2.0
        Received: from a by b; Tue, 4 Dec 2001 10:31:00 -0800
        From: =?utf-8?Q?J=C3=B6rg?= <jorg@x.example>
        To: team@y.example,
        \t"Bo, B" <bo@y.example>
        Date: Tue, 4 Dec 2001 10:30:00 -0800
        Message-ID: <m1@x>
        References: <r1@x>
         <r2@x>
        \t
        List-Id: <news>
        Content-Type: text/html;
        \tcharset="utf-8"
        Content-Transfer-Encoding: base64

        --part
        From: other@part.example
        """;
    RawMessage mail =
        read(
            MsgFile.sample()
                .text(OutlookProperties.TRANSPORT_HEADERS, header.replace("\n", "\r\n"))
                .number(OutlookProperties.MESSAGE_FLAGS, 8)
                .binary(
                    OutlookProperties.HTML,
                    "<html><p>Grüße</p></html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(mail.sender().name()).isEqualTo("Jörg");
    assertThat(mail.recipients())
        .extracting(Contact::email)
        .containsExactly("team@y.example", "bo@y.example");
    assertThat(mail.sent_at()).isEqualTo(Instant.parse("2001-12-04T18:30:00Z"));
    assertThat(mail.native_id()).isEqualTo("m1@x");
    assertThat(mail.conversation_id()).isEqualTo("r1@x");
    assertThat(mail.bulk_headers()).isTrue();
    assertThat(mail.html()).isTrue();
    assertThat(mail.body()).contains("Grüße");
  }

  @Test
  void resolvesNamesOfExchangeWhereInternetAddressIsKnown() throws IOException {
    RawMessage mail =
        read(
            new MsgFile()
                .text(OutlookProperties.SENT_REPRESENTING_NAME, "Ann Lee")
                .text(OutlookProperties.SENT_REPRESENTING_ADDRESS_TYPE, "EX")
                .text(OutlookProperties.SENT_REPRESENTING_ADDRESS, "/O=X/OU=Y/CN=ANN")
                .text(OutlookProperties.SENDER_NAME, "Ann Lee")
                .text(OutlookProperties.SENDER_SMTP_ADDRESS, "ann@x.example")
                .recipient(OutlookPerson.TO, "Lee, Bob", "EX", "/O=X/CN=BOB", "Bob@x.example")
                .recipient(OutlookPerson.CC, "Cy \"C\" Doe", "EX", "/O=X/CN=CY", null)
                .recipient(OutlookPerson.BCC, "d@x.example", "EX", "/O=X/CN=D", null));
    assertThat(mail.sender().email()).isEqualTo("ann@x.example");
    assertThat(mail.recipients())
        .extracting(Contact::name, Contact::email)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Lee, Bob", "bob@x.example"),
            org.assertj.core.groups.Tuple.tuple("Cy \"C\" Doe", null),
            org.assertj.core.groups.Tuple.tuple("d@x.example", null));
    assertThat(mail.sent_at()).isNull();
    assertThat(mail.flags()).containsExactly(QualityFlag.NO_TEXT);
  }

  @Test
  void takesDeliveryAsSubstituteForSendingTime() throws IOException {
    RawMessage mail =
        read(new MsgFile().time(OutlookProperties.DELIVERY_TIME, "2015-05-06T07:08:09Z"));
    assertThat(mail.sent_at()).isEqualTo(Instant.parse("2015-05-06T07:08:09Z"));
    assertThat(mail.date_quality()).isEqualTo(DateQuality.FALLBACK);
  }

  @Test
  void marksReportsAsAutomatic() throws IOException {
    MsgFile report = MsgFile.sample().text(OutlookProperties.MESSAGE_CLASS, "REPORT.IPM.Note.NDR");
    assertThat(read(report).kind()).isEqualTo(MessageKind.AUTO_REPLY);
    MsgFile absent =
        MsgFile.sample()
            .text(OutlookProperties.MESSAGE_CLASS, "IPM.Note.Rules.OofTemplate.Microsoft");
    assertThat(read(absent).kind()).isEqualTo(MessageKind.AUTO_REPLY);
  }

  @Test
  void namesThreadOfMailInsideOfExchangeByIndexOfReply() throws IOException {
    byte[] root = HexFormat.of().parseHex("01cb0e7a1b2c00112233445566778899aabbccddeeff");
    byte[] reply = java.util.Arrays.copyOf(root, 27);
    assertThat(read(MsgFile.sample().binary(OutlookProperties.CONVERSATION_INDEX, root)))
        .extracting(RawMessage::conversation_id)
        .isNull();
    assertThat(read(MsgFile.sample().binary(OutlookProperties.CONVERSATION_INDEX, reply)))
        .extracting(RawMessage::conversation_id)
        .isEqualTo("00112233445566778899aabbccddeeff@conversation-index");
    assertThat(
            read(
                MsgFile.sample()
                    .binary(OutlookProperties.CONVERSATION_INDEX, reply)
                    .text(OutlookProperties.INTERNET_MESSAGE_ID, "<1@x>")))
        .extracting(RawMessage::conversation_id)
        .isNull();
  }

  @Test
  void decodesTextsByCodePageOfMessage() throws IOException {
    RawMessage mail =
        read(
            new MsgFile()
                .number(OutlookProperties.MESSAGE_CODE_PAGE, 1251)
                .narrow(OutlookProperties.SUBJECT, "Привет", "windows-1251")
                .narrow(OutlookProperties.BODY, "Как дела", "windows-1251")
                .attachment()
                .attachment());
    assertThat(mail.subject()).isEqualTo("Привет");
    assertThat(mail.body()).isEqualTo("Как дела");
    assertThat(mail.attachment_n()).isEqualTo(2);
  }

  @Test
  void readsTextThatIsThereAsRtfOnly() throws IOException {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}caf\\'e9{\\*\\htmltag72 </p>}}";
    RawMessage mail = read(new MsgFile().binary(OutlookProperties.RTF, stored(rtf)));
    assertThat(mail.html()).isTrue();
    assertThat(mail.body()).contains("<p>").contains("café");
  }

  @Test
  void takesSubjectWithoutMarkOfItsPrefix() throws IOException {
    assertThat(read(MsgFile.sample().text(OutlookProperties.SUBJECT, "\u0001\u0005RE: Hi")))
        .extracting(RawMessage::subject)
        .isEqualTo("RE: Hi");
  }

  @Test
  void keepsLinesOutOfHeaderFields() throws IOException {
    RawMessage mail =
        read(MsgFile.sample().text(OutlookProperties.SUBJECT, "Hi\r\nFrom: x@evil.example"));
    assertThat(mail.subject()).isEqualTo("Hi  From: x@evil.example");
    assertThat(mail.sender().email()).isEqualTo("ann@x.example");
  }

  @Test
  void claimsSenderOfSentFolder() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("Gesendete Elemente"));
    MsgFile.sample().write(sent.resolve("1.msg"));
    List<Parsed> rows =
        ArchiveReaderContract.rowsOf(reader(), part(folder, List.of("Gesendete Elemente/1.msg")));
    assertThat(rows)
        .filteredOn(row -> row.owner() != null)
        .extracting(row -> row.owner().evidence(), row -> row.owner().person().email())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(OwnerClaim.Evidence.SENT_FOLDER, "ann@x.example"));
  }

  @Test
  void rejectsOtherDocumentsAndGarbage() throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      ole.getRoot().createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
      ole.writeFilesystem(document);
    }
    Files.write(folder.resolve("doc.msg"), document.toByteArray());
    Files.write(folder.resolve("garbage.msg"), new byte[3000]);
    List<Parsed> rows =
        ArchiveReaderContract.rowsOf(
            reader(), part(folder, List.of("doc.msg", "garbage.msg", "gone.msg")));
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .extracting(row -> row.rejected().source_row(), row -> row.rejected().reason())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, Reason.OUTLOOK_MESSAGE),
            org.assertj.core.groups.Tuple.tuple(2L, Reason.OUTLOOK_MESSAGE),
            org.assertj.core.groups.Tuple.tuple(3L, Reason.IO_ERROR));
  }

  @Test
  void survivesFlippedBits() throws IOException {
    ArchivePart part = samplePart(folder);
    Path file = folder.resolve("1.msg");
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(i % 2 == 0 ? 2048 : whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, broken);
      List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
      ArchiveReaderContract.assertIdentities(rows, part);
      assertThat(rows)
          .filteredOn(row -> row.rejected() != null)
          .allMatch(row -> row.rejected().detail().matches("[A-Za-z0-9 ]{1,60}"));
    }
  }

  @Test
  void accountsForEverySavedItemOfRealSamples() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "no files of Outlook beside the project");
    FolderExport files = FolderExport.open(DATA, List.of());
    List<FoundInput> found = new MsgFinder().find(files, files.files());
    assertThat(found).hasSize(1);
    assertThat(found.get(0).files()).hasSize(12);
    ArchivePart part = part(DATA, found.get(0).files());
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    InputCount count = rows.get(rows.size() - 1).count();
    assertThat(count.seen_n()).isEqualTo(12);
    assertThat(count.quarantined_n()).isZero();
    assertThat(count.out_of_scope_n()).isEqualTo(5);
    List<RawMessage> mails =
        rows.stream().map(Parsed::message).filter(java.util.Objects::nonNull).toList();
    assertThat(mails).hasSize(7);
    assertThat(mails).allMatch(mail -> mail.date_quality() == DateQuality.SECOND);
    assertThat(mails).noneMatch(mail -> mail.body().isBlank());
    assertThat(mails)
        .filteredOn(mail -> mail.subject().startsWith("Alfresco"))
        .allMatch(mail -> mail.body().contains("中文測試"));
  }

  private RawMessage read(MsgFile file) throws IOException {
    file.write(folder.resolve("one.msg"));
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part(folder, List.of("one.msg")));
    assertThat(rows.get(0).message()).as("rejected: %s", rows.get(0).rejected()).isNotNull();
    return rows.get(0).message();
  }

  private static ArchivePart part(Path root, List<String> files) {
    return new ArchivePart(
        ArchivePart.Kind.MSG, "box", "in", root.toString(), "", files, 0, 1, 0, -1);
  }

  private static byte[] stored(String rtf) {
    byte[] text = rtf.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes =
        java.util.Arrays.copyOf(
            HexFormat.of().parseHex("00000000000000004d454c4100000000"), 16 + text.length);
    System.arraycopy(text, 0, bytes, 16, text.length);
    return bytes;
  }
}
