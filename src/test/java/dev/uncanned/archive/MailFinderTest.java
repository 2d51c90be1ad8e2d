package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFinderTest {

  private static final String MAIL = "From: a@x.example\nTo: b@x.example\n\nhello\n";

  @TempDir Path base;

  @Test
  void tellsMailsByContent() throws IOException {
    put("in/mail.txt", MAIL);
    put("in/from-line.bin", "From a@b.example  Tue Aug  6 12:39:49 2002\n" + MAIL);
    put("in/moz.eml", "From - Fri Aug 05 10:57:20 2016\n>From - Fri Aug 05\n" + MAIL);
    put("in/obsolete", "From  : a@x.example\nTo : b@x.example\n\nhello\n");
    put("in/empty.eml", "");
    put("in/note.eml", "Dear all,\nSubject: none\n");
    put("in/http.txt", "Server: x\nAge: 3\n\n");
    put("in/one.eml", "Subject: alone\n\n");
    assertThat(unrecognised())
        .containsExactly("in/empty.eml", "in/http.txt", "in/note.eml", "in/one.eml");
    assertThat(mails()).singleElement().extracting(part -> part.files().size()).isEqualTo(4);
  }

  @Test
  void leavesFileOfManyMailsToMbox() throws IOException {
    String mail = "From a@b.example Tue Aug  6 12:39:49 2002\n" + MAIL + "\n";
    put("in/two", mail + mail);
    put("in/far", mail + "x\n".repeat(50_000) + "\n" + mail);
    put("in/quoting", mail + "\nFrom a@b.example Tue Aug  6 12:39:49 2002\nno header\n");
    put("in/prose", mail + "\nFrom January until the end: of 2024\nTo: whom\n");
    put("in/unquoted", mail + "text\nFrom a@b.example Tue Aug  6 12:39:49 2002\nA: b\n");
    assertThat(unrecognised()).isEmpty();
    assertThat(mails())
        .filteredOn(part -> part.kind() == ArchivePart.Kind.MBOX)
        .flatExtracting(ArchivePart::files)
        .containsExactlyInAnyOrder("far", "two");
  }

  @Test
  void makesParentOfSentFoldersMailbox() throws IOException {
    put("in/allen-p/sent_items/1.", MAIL);
    put("in/allen-p/straw/deep/2.", MAIL);
    put("in/arora-h/inbox/sent/3.", MAIL);
    put("in/arora-h/inbox/4.", MAIL);
    put("in/lone/5.", MAIL);
    List<ArchivePart> parts = mails();
    assertThat(parts).hasSize(5);
    assertThat(parts.stream().map(ArchivePart::archive_id).distinct()).hasSize(3);
    assertThat(parts.stream().map(ArchivePart::input_id).distinct()).hasSize(5);
    assertThat(box(parts, "sent_items")).isEqualTo(box(parts, "deep"));
    assertThat(box(parts, "sent")).isEqualTo(box(parts, "inbox")).isNotEqualTo(box(parts, "lone"));
  }

  @Test
  void readsLocalisedFolderNames() {
    assertThat(Stream.of("Gesendete Objekte", "Éléments envoyés", "SENT-ITEMS", ".INBOX.Sent"))
        .allMatch(MailFolderNames::isSent);
    assertThat(Stream.of("sentiment", "presents", "inbox", "")).noneMatch(MailFolderNames::isSent);
    assertThat(MailFolderNames.isDrafts("Entwürfe")).isTrue();
    assertThat(MailFolderNames.isTopOfMailbox("Posteingang")).isTrue();
  }

  @Test
  void joinsCurAndNewOfMaildirAndItsSubfolders() throws IOException {
    put("in/Maildir/cur/1.x:2,S", MAIL);
    put("in/Maildir/new/2.x", MAIL);
    put("in/Maildir/tmp/3.x", MAIL);
    put("in/Maildir/.Work/cur/4.x:2,", MAIL);
    put("in/Maildir/.Work/new/5.x", MAIL);
    List<ArchivePart> parts = mails();
    assertThat(parts).extracting(ArchivePart::kind).containsOnly(ArchivePart.Kind.MAILDIR);
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).archive_id()).isEqualTo(parts.get(1).archive_id());
    assertThat(parts)
        .extracting(ArchivePart::files)
        .contains(List.of("Maildir/cur/1.x:2,S", "Maildir/new/2.x"));
    assertThat(unrecognised()).containsExactly("in/Maildir/tmp/3.x");
  }

  @Test
  void splitsLargeFoldersAndNumbersThroughWhateverTheOrder() throws IOException {
    for (int i = 0; i < 1_001; i++) {
      put("in/box/" + i + ".eml", MAIL);
    }
    List<ArchivePart> parts = mails();
    assertThat(parts).extracting(ArchivePart::first_row).containsExactly(1L, 501L, 1_001L);
    assertThat(parts).extracting(part -> part.files().size()).containsExactly(500, 500, 1);
    assertThat(parts).extracting(ArchivePart::input_id).containsOnly(parts.get(0).input_id());
  }

  @Test
  void idsDoNotDependOnWhereTheArchiveLies() throws IOException {
    put("in/box/1.eml", MAIL);
    put("elsewhere/in/box/1.eml", MAIL);
    Path other = base.resolve("elsewhere/in");
    ArchivePart moved = ArchiveScanner.scan(List.of(other)).get(0);
    ArchivePart part = mails().get(0);
    assertThat(moved.input_id()).isEqualTo(part.input_id()).hasSize(16);
    assertThat(moved.archive_id()).isEqualTo(part.archive_id());
  }

  @Test
  void takesSingleFileAsInputOfItsOwn() throws IOException {
    put("in/1.eml", MAIL);
    put("in/2.eml", MAIL);
    Path one = base.resolve("in/1.eml");
    Path two = base.resolve("in/2.eml");
    ArchivePart first = ArchiveScanner.scan(List.of(one)).get(0);
    ArchivePart second = ArchiveScanner.scan(List.of(two)).get(0);
    assertThat(first.files()).containsExactly("1.eml");
    assertThat(first.input_id()).isNotEqualTo(second.input_id());
  }

  private void put(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<ArchivePart> mails() {
    return ArchiveScanner.scan(List.of(base.resolve("in"))).stream()
        .filter(part -> part.kind() != ArchivePart.Kind.UNRECOGNISED)
        .toList();
  }

  private List<String> unrecognised() {
    return ArchiveScanner.scan(List.of(base.resolve("in"))).stream()
        .filter(part -> part.kind() == ArchivePart.Kind.UNRECOGNISED)
        .flatMap(part -> part.files().stream())
        .sorted()
        .map(file -> "in/" + file)
        .toList();
  }

  private static String box(List<ArchivePart> parts, String folder) {
    return parts.stream()
        .filter(part -> ("/" + part.files().get(0)).contains("/" + folder + "/"))
        .findFirst()
        .orElseThrow()
        .archive_id();
  }
}
