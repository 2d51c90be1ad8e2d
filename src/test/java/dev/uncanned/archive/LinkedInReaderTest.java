package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInReaderTest implements ArchiveReaderContract {

  private static final String OWNER = "https://www.linkedin.com/in/olga-owner";
  private static final String JANE = "https://www.linkedin.com/in/jane-doe";
  private static final String BOB = "https://www.linkedin.com/in/bob-roe";
  private static final String V1 =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n";
  private static final String V2 = V1.replace("TO,DATE", "TO,RECIPIENT PROFILE URLS,DATE");
  private static final String AT = "2025-01-02 03:04:05 UTC";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,Sales,1,x\n";

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new LinkedInReader();
  }

  @Override
  public ArchivePart samplePart(Path below) throws IOException {
    return zip(below, files());
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Profile.csv", PROFILE);
    files.put(
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On\n"
            + "Old Inc,Intern,,,2009,Jan 2012\nAcme,Seller,,,Aug 2022,\nNil,Founder,,,2010,\n");
    files.put(
        "Email Addresses.csv",
        "Email Address,Confirmed,Primary,Updated On\nOlga@Example.com,Yes,Yes,x\n");
    files.put(
        "Connections.csv",
        "Notes:\n\"When exporting, some are missing\"\n\n"
            + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + "Jane,Doe,"
            + JANE
            + "/,j@x.org,Globex,\"CTO, Europe\",17 Jun 2021\n"
            + ",,,,,,03 Mar 2020\n");
    files.put(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
            + "Olga Owner,Jane Doe,\"12/15/24, 7:47\u202FAM\",\"Hi Jane, let us talk\",OUTGOING,"
            + OWNER
            + ","
            + JANE
            + "\n"
            + "Bob Roe,Olga Owner,\"12/16/24, 7:47 PM\",,INCOMING,"
            + BOB
            + ","
            + OWNER
            + "\n");
    files.put(
        "messages.csv",
        V2
            + "c1,,Olga Owner,"
            + OWNER
            + ",Jane Doe,"
            + JANE
            + ","
            + AT
            + ",,\"Hi, you\",INBOX\n"
            + "c1,,Jane Doe,"
            + JANE
            + ",Olga Owner,"
            + OWNER
            + ","
            + AT
            + ",,Hello,INBOX\n"
            + "c2,,Bob Roe,"
            + BOB
            + ",Olga Owner,"
            + OWNER
            + ","
            + AT
            + ",Offer,Buy,INBOX\n");
    files.put("guide_messages.csv", V2 + "g1,,,,Olga Owner,," + AT + ",,bot,\n");
    files.put("LearningCoachMessages.csv", "No conversations found");
    return files;
  }

  private static ArchivePart zip(Path below, Map<String, String> files) throws IOException {
    Path zip = below.resolve("Basic_LinkedInDataExport_01-02-2025.zip.zip");
    Files.write(zip, zipped(files));
    return part(ArchivePart.Kind.LINKEDIN, zip, List.of());
  }

  private static byte[] zipped(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2025, 1, 2, 3, 4, 6));
    return entry;
  }

  private static ArchivePart part(ArchivePart.Kind kind, Path root, List<String> files) {
    return new ArchivePart(kind, "archive", "whole", root.toString(), "", files, 1, 1, 0, -1);
  }

  private List<Parsed> read(Map<String, String> files) throws IOException {
    ArchivePart part = zip(folder, files);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rows;
  }

  private List<RawMessage> messages(String csv) throws IOException {
    return messages(read(Map.of("messages.csv", csv, "Profile.csv", PROFILE)));
  }

  private static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
  }

  private static List<Rejected> rejected(List<Parsed> rows) {
    return rows.stream().map(Parsed::rejected).filter(Objects::nonNull).toList();
  }

  private static InputCount count(List<Parsed> rows, String format) {
    return rows.stream()
        .map(Parsed::count)
        .filter(count -> count != null && count.format().equals(format))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsWholeExport() throws IOException {
    List<Parsed> rows = read(files());
    assertThat(messages(rows)).hasSize(4);
    RawMessage invitation = messages(rows).get(0);
    assertThat(invitation.channel()).isEqualTo(Channel.LI_INVITE);
    assertThat(invitation.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(invitation.sent_at()).isEqualTo(Instant.parse("2024-12-15T07:47:00Z"));
    assertThat(invitation.date_quality()).isEqualTo(DateQuality.MINUTE);
    assertThat(invitation.sender())
        .isEqualTo(
            new Contact(
                "Olga Owner",
                "linkedin.com/in/olga-owner",
                null,
                "Olga",
                "Owner",
                "Acme",
                "Seller"));
    assertThat(invitation.recipients())
        .containsExactly(
            new Contact(
                "Jane Doe",
                "linkedin.com/in/jane-doe",
                "j@x.org",
                "Jane",
                "Doe",
                "Globex",
                "CTO, Europe"));
    assertThat(messages(rows).subList(1, 4))
        .extracting(RawMessage::direction)
        .containsExactly(Direction.OUTBOUND, Direction.INBOUND, Direction.INBOUND);
    assertThat(messages(rows).get(3).channel()).isEqualTo(Channel.LI_INMAIL);
    assertThat(messages(rows).get(2).source_row()).isEqualTo(2);
    assertThat(count(rows, "linkedin-invitations").out_of_scope_n()).isEqualTo(1);
    assertThat(count(rows, "linkedin-connections").seen_n()).isEqualTo(2);
    assertThat(count(rows, "other").seen_n()).isEqualTo(2);
    assertThat(count(rows, "linkedin-messages").exported_at())
        .isEqualTo(Instant.parse("2025-01-02T03:04:06Z"));
    assertThat(rows.stream().map(Parsed::owner).filter(Objects::nonNull))
        .extracting(claim -> claim.person().url(), claim -> claim.person().email())
        .containsExactlyInAnyOrder(
            tuple("linkedin.com/in/olga-owner", null), tuple(null, "olga@example.com"));
  }

  @Test
  void readsEveryGenerationOfHeaders() throws IOException {
    String v1 = "c1,,Olga Owner," + OWNER + ",Jane Doe," + AT + ",,Hi,INBOX";
    String v2 = "c1,,Olga Owner," + OWNER + ",Jane Doe," + JANE + "," + AT + ",,Hi,INBOX";
    String v2Header = V2.strip();
    List<String> generations =
        List.of(
            "From,To,Date,Subject,Content,Direction,Folder\n"
                + "Olga Owner,Jane Doe,\"1/2/25, 3:04 AM\",,Hi,OUTGOING,SENT\n",
            V1 + v1 + "\n",
            V2 + v2 + "\n",
            v2Header + ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n" + v2 + ",No,No\n",
            v2Header + ",ATTACHMENTS,IS MESSAGE DRAFT\n" + v2 + ",,No\n",
            "\uFEFF\""
                + v2Header.replace(",", "\",\"")
                + "\",\"ATTACHMENTS\"\n\""
                + v2.replace(",", "\",\"").replace("Hi", "Hi\n")
                + "\",\"\"\n");
    for (String csv : generations) {
      assertThat(messages(csv))
          .as(csv.substring(0, 20))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
                assertThat(message.sender().first_name()).isEqualTo("Olga");
                assertThat(message.recipients().get(0).name()).isEqualTo("Jane Doe");
                assertThat(message.body_hash()).isEqualTo(ContentHash.of("Hi"));
                assertThat(message.sent_at())
                    .isBetween(
                        Instant.parse("2025-01-02T03:04:00Z"),
                        Instant.parse("2025-01-02T03:04:05Z"));
              });
    }
  }

  @Test
  void leavesOutWhatNobodySent() throws IOException {
    String csv =
        V2.strip()
            + ",IS MESSAGE DRAFT\n"
            + ",,Olga Owner,"
            + OWNER
            + ",,,"
            + AT
            + ",,draft,,Yes\n"
            + "c1,Sponsored Conversation,Olga Owner,"
            + OWNER
            + ",X,,"
            + AT
            + ",,Sign up,,No\n"
            + "c2,,LinkedIn Member,,Olga Owner,"
            + OWNER
            + ","
            + AT
            + ",s,Hi %FIRSTNAME%,,No\n"
            + "c3,,,,,"
            + OWNER
            + ","
            + AT
            + ",,X left the conversation.,,No\n"
            + "c4,,Olga Owner,"
            + OWNER
            + ",Jane Doe,"
            + JANE
            + ","
            + AT
            + ",,Happy birthday!,,No\n"
            + "c5,,Olga Owner,"
            + OWNER
            + ",\"Jane Doe,Bob Roe\",\""
            + JANE
            + ","
            + BOB
            + "\","
            + AT
            + ",,Hello both,,No\n";
    List<Parsed> rows = read(Map.of("messages.csv", csv, "Profile.csv", PROFILE));
    assertThat(messages(rows))
        .extracting(RawMessage::kind)
        .containsExactly(MessageKind.ONE_TAP, MessageKind.GROUP);
    assertThat(count(rows, "linkedin-messages").out_of_scope_n()).isEqualTo(4);
  }

  @Test
  void knowsOwnerUnderOldProfileButNotNamesake() throws IOException {
    String old = "https://www.linkedin.com/in/olga-old";
    String other = "https://www.linkedin.com/in/olga-other";
    StringBuilder csv = new StringBuilder(V2);
    for (int i = 0; i < 9; i++) {
      csv.append(
          "c"
              + i
              + ",,P"
              + i
              + ",https://x/in/p"
              + i
              + ",Olga Owner,"
              + OWNER
              + ","
              + AT
              + ",,Hi there,\n");
    }
    csv.append("d1,,Olga Owner," + old + ",Jane Doe," + JANE + "," + AT + ",,old,\n");
    csv.append("d2,,Olga Owner," + other + ",Olga Owner," + OWNER + "," + AT + ",,namesake,\n");
    assertThat(messages(csv.toString()))
        .filteredOn(message -> message.direction() == Direction.OUTBOUND)
        .extracting(RawMessage::body)
        .containsExactly("old");
  }

  @Test
  void pairsProfilesWithNamesOnlyWhereEvident() throws IOException {
    String csv =
        V2
            + "c1,,Olga Owner,"
            + OWNER
            + ",\"LinkedIn Member,Jane Doe\","
            + JANE
            + ","
            + AT
            + ",,one,\n"
            + "c2,,Olga Owner,"
            + OWNER
            + ",\"Ann Poe,Jane Doe,Bob Roe\","
            + BOB
            + ","
            + AT
            + ",,two,\n"
            + "c3,,Olga Owner,"
            + OWNER
            + ",,,"
            + AT
            + ",,three,\n";
    List<RawMessage> read = messages(csv);
    assertThat(read.get(0).recipients())
        .extracting(Contact::name, Contact::url)
        .containsExactly(tuple(null, null), tuple("Jane Doe", "linkedin.com/in/jane-doe"));
    assertThat(read.get(1).recipients())
        .extracting(Contact::url)
        .containsExactly(null, null, "linkedin.com/in/bob-roe");
    assertThat(read.get(2).recipients()).containsExactly(Contact.of(null, null, null));
  }

  @Test
  void keepsRecordWithoutUsableDate() throws IOException {
    assertThat(messages(V1 + "c,,Olga Owner,,Jane Doe,soon,,Hi you there,\n"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.date_quality()).isEqualTo(DateQuality.NONE);
              assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
            });
  }

  @Test
  void rejectsFileThatLacksColumnsAndLeavesForeignFileAlone() throws IOException {
    List<Parsed> rows =
        read(Map.of("messages.csv", "CONVERSATION ID,SENDER PROFILE URL,TO,Jane\nc,u,t,x\n"));
    assertThat(rejected(rows))
        .singleElement()
        .satisfies(
            why -> {
              assertThat(why.reason()).isEqualTo(Reason.CSV_SCHEMA);
              assertThat(why.source_row()).isZero();
              assertThat(why.detail()).contains("content", "date", "from").doesNotContain("Jane");
            });
    List<Parsed> foreign = read(Map.of("messages.csv", "id,thread_id,sender,body,created_at\n1\n"));
    assertThat(rejected(foreign)).isEmpty();
    assertThat(count(foreign, "other").seen_n()).isEqualTo(1);
  }

  @Test
  void readsFilesThatSpreadsheetSavedAgain() throws IOException {
    List<RawMessage> untouched = messages(read(files()));
    for (char separator : new char[] {';', '\t'}) {
      Map<String, String> files = new LinkedHashMap<>();
      files().forEach((name, csv) -> files.put(name, resaved(csv, separator)));
      List<Parsed> rows = read(files);
      assertThat(rejected(rows)).isEmpty();
      assertThat(messages(rows)).usingRecursiveFieldByFieldElementComparator().isEqualTo(untouched);
    }
  }

  /** No fixture has a quote in a cell, and only cells with commas are in quotes. */
  private static String resaved(String csv, char separator) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (char c : csv.toCharArray()) {
      quoted ^= c == '"';
      out.append(c == ',' && !quoted ? separator : c);
    }
    return out.toString();
  }

  @Test
  void readsGermanSpreadsheetInCharsetOfItsMachine() throws IOException {
    String csv =
        V2.replace(',', ';')
            + "c1;;J\u00f6rg Gro\u00df;"
            + JANE
            + ";Olga Owner;"
            + OWNER
            + ";05.01.2026 09:10:00;;Sch\u00f6ne Gr\u00fc\u00dfe, bis Dienstag;INBOX\n";
    Path root = Files.createDirectories(folder.resolve("export"));
    Files.write(root.resolve("messages.csv"), csv.getBytes(Charset.forName("windows-1252")));
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(root));
    assertThat(parts).extracting(ArchivePart::kind).containsExactly(ArchivePart.Kind.LINKEDIN);
    assertThat(messages(ArchiveReaderContract.rowsOf(reader(), parts.get(0))))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("Sch\u00f6ne Gr\u00fc\u00dfe, bis Dienstag");
              assertThat(message.sender().name()).isEqualTo("J\u00f6rg Gro\u00df");
              assertThat(message.sent_at()).isEqualTo("2026-01-05T09:10:00Z");
              assertThat(message.date_quality()).isEqualTo(DateQuality.MINUTE);
              assertThat(message.flags()).isEmpty();
            });
  }

  @Test
  void rejectsFileWithSemicolonsThatLacksColumns() throws IOException {
    List<Parsed> rows =
        read(Map.of("messages.csv", "CONVERSATION ID;SENDER PROFILE URL;TO;Jane\nc;u;t;x\n"));
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.CSV_SCHEMA);
  }

  @Test
  void decidesOrderOfDayAndMonthOncePerFile() throws IOException {
    String row = "c1,,Jane Doe," + JANE + ",Olga Owner," + OWNER + ",%s,,Hello %s,INBOX\n";
    String csv =
        V2 + row.formatted("25/01/2026 09:10", "1") + row.formatted("05/01/2026 09:10", "2");
    assertThat(messages(read(Map.of("messages.csv", csv))))
        .extracting(message -> message.sent_at().toString())
        .containsExactly("2026-01-25T09:10:00Z", "2026-01-05T09:10:00Z");
  }

  @Test
  void leavesOutTextThatItsWriterTookBack() throws IOException {
    String row = "c1,,Jane Doe," + JANE + ",Olga Owner," + OWNER + "," + AT + ",,%s,INBOX\n";
    String csv =
        V2
            + row.formatted("This message has been deleted.")
            + row.formatted("This message has been deleted by mistake.");
    List<Parsed> rows = read(Map.of("messages.csv", csv));
    assertThat(messages(rows))
        .extracting(RawMessage::body)
        .containsExactly("This message has been deleted by mistake.");
    assertThat(count(rows, "linkedin-messages").out_of_scope_n()).isEqualTo(1);
  }

  @Test
  void listsEmptyFilesAndFilesWithHeaderOnly() throws IOException {
    for (String csv : List.of("", V2)) {
      List<Parsed> rows = read(Map.of("messages.csv", csv));
      assertThat(count(rows, "linkedin-messages").seen_n()).isZero();
      assertThat(rejected(rows)).isEmpty();
    }
  }

  @Test
  void ignoresMacSideFilesAndOddNames() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("../../export (1)/Messages.csv", V1 + "c,,Olga Owner,,Jane Doe," + AT + ",,a b,\n");
    files.put("__MACOSX/export/._messages.csv", "junk");
    files.put("C:\\x\\messages_1.csv", V1 + "c,,Olga Owner,,Jane Doe," + AT + ",,c d,\n");
    List<Parsed> rows = read(files);
    assertThat(messages(rows)).extracting(RawMessage::body).containsExactlyInAnyOrder("a b", "c d");
  }

  @Test
  void stopsAtZipBomb() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(entry("messages.csv"));
      out.write((V1 + "c,,A,,B," + AT + ",,\"").getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(block);
      }
      out.closeEntry();
    }
    ArchivePart part = part(ArchivePart.Kind.LINKEDIN, zip, List.of());
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    assertThat(rejected(rows)).extracting(Rejected::reason).contains(Reason.ZIP_RATIO);
  }

  @Test
  void reportsEncryptedAndDamagedZips() throws IOException {
    byte[] bytes = zipped(files());
    byte[] encrypted = bytes.clone();
    for (int i = 0; i + 10 < bytes.length; i++) {
      boolean head = bytes[i] == 'P' && bytes[i + 1] == 'K';
      if (head && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        encrypted[i + 8] |= 1;
      }
    }
    assertThat(reasonOf(encrypted)).isEqualTo(Reason.ZIP_ENCRYPTED);
    assertThat(reasonOf("PK\3\4 nothing".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Reason.ZIP_DAMAGED);
  }

  private Reason reasonOf(byte[] bytes) throws IOException {
    Path zip = folder.resolve("bad.zip");
    Files.write(zip, bytes);
    ArchivePart part = part(ArchivePart.Kind.LINKEDIN, zip, List.of());
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rejected(rows).get(0).reason();
  }

  @Test
  void readsZipInsideZip() throws IOException {
    Path zip = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(entry("inner.zip"));
      out.write(zipped(files()));
      out.closeEntry();
    }
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(zip));
    assertThat(parts)
        .singleElement()
        .satisfies(part -> assertThat(part.inner()).isEqualTo("inner.zip"));
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), parts.get(0));
    ArchiveReaderContract.assertIdentities(rows, parts.get(0));
    assertThat(messages(rows)).hasSize(4);
  }

  @Test
  void readsUnpackedFolderLikeZip() throws IOException {
    Path unpacked = Files.createDirectory(folder.resolve("export"));
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(unpacked.resolve(file.getKey()), file.getValue());
    }
    List<Parsed> rows =
        ArchiveReaderContract.rowsOf(
            reader(), part(ArchivePart.Kind.LINKEDIN, unpacked, List.of()));
    assertThat(messages(rows)).isEqualTo(messages(read(files())));
  }
}
