package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlxReaderTest implements ArchiveReaderContract {

  private static final Path DATA = Path.of("..", "shared", "data", "emlx");
  private static final String MAIL =
      """
      From: Ann Lee <ann@x.example>
      To: bob@y.example
      Subject: Hi
      Date: Tue, 4 Dec 2001 10:30:17 -0800

      Hello Bob
      """;

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new EmlxReader();
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    Path messages = Files.createDirectories(at.resolve("INBOX.mbox/Messages"));
    Files.writeString(messages.resolve("1.emlx"), emlx(MAIL, 1));
    Files.writeString(messages.resolve("2.partial.emlx"), emlx(MAIL + "two", 1));
    Files.writeString(messages.resolve("3.emlx"), emlx(MAIL, 1 << 6));
    return part(
        at,
        "INBOX.mbox/Messages/1.emlx",
        "INBOX.mbox/Messages/2.partial.emlx",
        "INBOX.mbox/Messages/3.emlx");
  }

  private static ArchivePart part(Path root, String... files) {
    return new ArchivePart(
        ArchivePart.Kind.EMLX, "box", "in", root.toString(), "", List.of(files), 0, 1, 0, -1);
  }

  private static String emlx(String mail, long flags) {
    return String.format("%-10d\n", mail.getBytes(StandardCharsets.UTF_8).length)
        + mail
        + plist("<key>flags</key>\n\t<integer>" + flags + "</integer>\n");
  }

  private static String plist(String entries) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/x.dtd">
    <plist version="1.0">
    <dict>
    \t<key>date-received</key>
    \t<integer>1007490617</integer>
    \t\
    """
        + entries
        + "</dict>\n</plist>\n";
  }

  private List<Parsed> rows(String content) throws IOException {
    Files.writeString(folder.resolve("1.emlx"), content);
    ArchivePart part = part(folder, "1.emlx");
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rows;
  }

  private RawMessage read(String content) throws IOException {
    return rows(content).get(0).message();
  }

  @Test
  void readsMailWithoutItsPropertyList() throws IOException {
    RawMessage mail = read(emlx(MAIL, 1));
    assertThat(mail.body()).isEqualTo("Hello Bob\n");
    assertThat(mail.flags()).isEmpty();
    assertThat(mail.sent_at()).isEqualTo(Instant.parse("2001-12-04T18:30:17Z"));
    assertThat(mail.date_quality()).isEqualTo(DateQuality.SECOND);
  }

  @Test
  void takesTimeOfReceiptWhereMailHasNoDate() throws IOException {
    RawMessage mail = read(emlx(MAIL.replace("Date:", "X-Date:"), 1));
    assertThat(mail.sent_at()).isEqualTo(Instant.ofEpochSecond(1_007_490_617));
    assertThat(mail.date_quality()).isEqualTo(DateQuality.FALLBACK);
  }

  @Test
  void countsDraftsWithoutHandingThemOutAndKeepsDeletedMail() throws IOException {
    List<Parsed> draft = rows(emlx(MAIL, 8_623_750_208L | 1 << 6));
    assertThat(draft).noneMatch(row -> row.message() != null);
    assertThat(draft.get(0).count().out_of_scope_n()).isEqualTo(1);
    assertThat(read(emlx(MAIL, 1 << 1))).isNotNull();
  }

  @Test
  void findsEndOfMailWhereNumberIsWrong() throws IOException {
    for (String number : List.of("7", "99999", "99999999999", "")) {
      String content = emlx(MAIL, 1);
      String wrong = number + content.substring(content.indexOf('\n'));
      RawMessage mail = read(number.isEmpty() ? wrong.substring(1) : wrong);
      assertThat(mail.body()).as(number).isEqualTo("Hello Bob\n");
      assertThat(mail.flags()).as(number).containsExactly(QualityFlag.RESYNCED);
    }
  }

  @Test
  void keepsWhatIsLeftOfFileThatWasCutOff() throws IOException {
    RawMessage mail = read(emlx(MAIL, 1).substring(0, 120));
    assertThat(mail.sender().email()).isEqualTo("ann@x.example");
    assertThat(mail.flags()).contains(QualityFlag.TRUNCATED_FILE);
    assertThat(read("%d\n%s".formatted(MAIL.length(), MAIL)).flags()).isEmpty();
  }

  @Test
  void readsPartialMailWholeAndCutOff() throws IOException {
    String mail =
        MAIL.replace("Subject:", "Content-Type: multipart/mixed; boundary=b\nSubject:")
            .replace(
                "Hello Bob\n",
                "--b\n\nHello Bob\n--b\nContent-Type: application/pdf; name=a.pdf\n"
                    + "X-Apple-Content-Length: 51200\n\n--b--\n");
    String partial = emlx(mail, 1);
    for (int length : new int[] {partial.length(), mail.indexOf("--b--"), 130, 20}) {
      Files.writeString(folder.resolve("7.partial.emlx"), partial.substring(0, length));
      ArchivePart part = part(folder, "7.partial.emlx");
      List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
      ArchiveReaderContract.assertIdentities(rows, part);
      RawMessage read = rows.get(0).message();
      assertThat(read.flags().contains(QualityFlag.TRUNCATED_FILE))
          .as("length %d", length)
          .isEqualTo(length < partial.length());
      if (length > 400) {
        assertThat(read.body()).isEqualTo("Hello Bob");
        assertThat(read.attachment_n()).isEqualTo(1);
      }
    }
  }

  @Test
  void rejectsFileWithNeitherNumberNorMail() throws IOException {
    assertThat(rows("this is no mail\n").get(0).rejected().reason()).isEqualTo(Reason.EMLX_LENGTH);
    assertThat(rows("").get(0).rejected().reason()).isEqualTo(Reason.EMLX_LENGTH);
    assertThat(rows("12\nthis is no mail\n").get(0).rejected().reason()).isEqualTo(Reason.NOT_MAIL);
  }

  @Test
  void findsAccountsFoldersAndSentMailOfAppleMail() throws IOException {
    String sent = "V10/A-1/Sent Messages.mbox/C-3/Data/3/Messages/1.emlx";
    String nested = "V10/A-1/Archive.mbox/2019.mbox/Messages/2.partial.emlx";
    String other = "V10/B-2/[Gmail].mbox/Gesendet.mbox/D-4/Data/Messages/3.emlx";
    for (String file : List.of(sent, nested, other)) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), emlx(MAIL, 1));
    }
    List<FoundInput> found;
    List<OwnerClaim.Evidence> evidence = new ArrayList<>();
    try (ExportFiles files = FolderExport.open(folder, List.of())) {
      found = new EmlxFinder().find(files, files.files());
    }
    assertThat(found)
        .extracting(FoundInput::archive)
        .containsExactly("V10/A-1", "V10/A-1", "V10/B-2");
    assertThat(found)
        .extracting(FoundInput::input)
        .containsExactly(
            "V10/A-1/Archive.mbox/2019.mbox",
            "V10/A-1/Sent Messages.mbox",
            "V10/B-2/[Gmail].mbox/Gesendet.mbox");
    for (FoundInput input : found) {
      evidence.add(firstClaim(folder, input.files().get(0)));
    }
    assertThat(evidence)
        .containsExactly(
            OwnerClaim.Evidence.RECIPIENT,
            OwnerClaim.Evidence.SENT_FOLDER,
            OwnerClaim.Evidence.SENT_FOLDER);
    assertThat(
            firstClaim(folder.resolve("V10/A-1/Sent Messages.mbox"), "C-3/Data/3/Messages/1.emlx"))
        .isEqualTo(OwnerClaim.Evidence.SENT_FOLDER);
  }

  private OwnerClaim.Evidence firstClaim(Path root, String file) {
    return ArchiveReaderContract.rowsOf(reader(), part(root, file)).stream()
        .map(Parsed::owner)
        .filter(claim -> claim != null)
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  @Test
  void readsEveryRealMailOfAppleMail() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA), "no real mails of Apple Mail beside the project");
    List<String> files;
    try (Stream<Path> walk = Files.walk(DATA)) {
      files =
          walk.filter(file -> file.toString().endsWith(".emlx"))
              .map(file -> DATA.relativize(file).toString())
              .sorted()
              .toList();
    }
    assertThat(files).hasSize(12);
    ArchivePart part = part(DATA, files.toArray(String[]::new));
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    assertThat(rows).filteredOn(row -> row.message() != null).hasSize(11);
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .extracting(row -> row.rejected().reason())
        .containsExactly(Reason.EMLX_LENGTH);
    assertThat(rows)
        .filteredOn(row -> row.message() != null)
        .allSatisfy(
            row -> {
              assertThat(row.message().flags()).doesNotContain(QualityFlag.TRUNCATED_FILE);
              assertThat(row.message().body()).doesNotContain("<!DOCTYPE plist");
            });
    List<RawMessage> mails =
        rows.stream().map(Parsed::message).filter(mail -> mail != null).toList();
    // Some were made anonymous by hand, and their numbers were not changed with them.
    assertThat(mails).filteredOn(mail -> mail.flags().contains(QualityFlag.RESYNCED)).hasSize(3);
    assertThat(mails).extracting(RawMessage::attachment_n).contains(1);
  }
}
