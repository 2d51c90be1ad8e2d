package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a Maildir++ as servers lay it out, found and read as the program does it. */
class MaildirTest {

  private static final String HEAD =
      """
      From: Olga Owner <olga@x.example>
      To: bob@y.example
      Date: Tue, 4 Dec 2001 10:30:17 +0000
      """;
  private static final String RECEIVED =
      """
      Delivered-To: olga@x.example
      From: bob@y.example
      To: olga@x.example
      Date: Wed, 5 Dec 2001 10:30:17 +0000
      """;

  @TempDir Path folder;

  private void put(String name, String content) throws IOException {
    Path file = folder.resolve("Maildir").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
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

  @Test
  void readsFoldersFlagsAndOwnerOfMaildir() throws IOException {
    put("cur/1007461817.M1P2.host:2,S", RECEIVED + "\nReceived and seen\n");
    put("new/1007461818.M1P3.host", RECEIVED + "\nReceived and new\n");
    put(".Sent/cur/1007461819.M1P4.host,S=120:2,S", HEAD + "\nSent\n");
    put(".Work.2001/cur/1007461820.M1P5.host:2,RS", RECEIVED + "\nFiled\n");
    put(".Drafts/cur/1007461821.M1P6.host:2,DS", HEAD + "\nDraft\n");
    put(".Sent/maildirfolder", "");
    put("tmp/1007461822.M1P7.host", RECEIVED + "\nHalf deliv");
    put("dovecot-uidlist", "3 V1007461817 N7\n");
    List<Parsed> rows = read();
    List<RawMessage> mails = rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
    assertThat(mails)
        .extracting(RawMessage::body)
        .containsExactlyInAnyOrder(
            "Received and seen\n", "Received and new\n", "Sent\n", "Filed\n");
    assertThat(mails).extracting(RawMessage::archive_id).containsOnly(mails.get(0).archive_id());
    assertThat(rows)
        .filteredOn(row -> row.count() != null && row.count().format().equals("maildir"))
        .extracting(row -> row.count().seen_n(), row -> row.count().out_of_scope_n())
        .containsExactlyInAnyOrder(tuple(2L, 0L), tuple(1L, 0L), tuple(1L, 0L), tuple(1L, 1L));
    assertThat(rows)
        .filteredOn(row -> row.owner() != null)
        .extracting(row -> row.owner().evidence(), row -> row.owner().person().email())
        .contains(
            tuple(OwnerClaim.Evidence.SENT_FOLDER, "olga@x.example"),
            tuple(OwnerClaim.Evidence.DELIVERED_TO, "olga@x.example"));
    assertThat(rows).allMatch(row -> row.rejected() == null);
  }

  /** What has no header is no mail, also in a Maildir: listed and counted, not read. */
  @Test
  void keepsCutMailsAndListsWhatIsNone() throws IOException {
    put("cur/1.host:2,S", RECEIVED + "\nWhole\n");
    put("cur/2.host:2,S", "no header at all\n");
    put("cur/3.host:2,S", "");
    put("cur/4.host:2,S", RECEIVED.substring(0, 60));
    List<Parsed> rows = read();
    assertThat(rows)
        .filteredOn(row -> row.message() != null)
        .extracting(row -> row.message().body(), row -> row.message().flags())
        .containsExactly(tuple("Whole\n", List.of()), tuple("", List.of(QualityFlag.NO_TEXT)));
    assertThat(rows)
        .filteredOn(row -> row.count() != null)
        .extracting(row -> row.count().format(), row -> row.count().seen_n())
        .containsExactlyInAnyOrder(
            tuple("maildir", 2L), tuple("other-text", 1L), tuple("other-empty", 1L));
  }
}
