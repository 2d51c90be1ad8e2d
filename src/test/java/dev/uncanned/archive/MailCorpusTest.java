package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the public collections of real mail, where they are at hand. */
class MailCorpusTest {

  private static final Path DATA = Path.of("..", "shared", "data");

  /** What becomes of every file, folder by folder. */
  private static final String COUNTS =
      """
      spamassassin: 6046 files {EML=6046}, 0 not seen; 6046 items: 6046 read, 0 out of scope, 0 rejected, 0 escaped
      mini-enron: 1041 files {EML=1041}, 0 not seen; 1041 items: 1041 read, 0 out of scope, 0 rejected, 0 escaped
      mime/mikel-mail: 26 files {EML=26}, 0 not seen; 26 items: 26 read, 0 out of scope, 0 rejected, 0 escaped
      mime/mime4j: 486 files {EML=131, UNRECOGNISED=355}, 0 not seen; 131 items: 131 read, 0 out of scope, 0 rejected, 0 escaped
      mime/spamscope: 23 files {EML=22, MSG=1}, 0 not seen; 23 items: 23 read, 0 out of scope, 0 rejected, 0 escaped
      mime/nodemailer: 10 files {EML=8, MBOX=1, UNRECOGNISED=1}, 0 not seen; 9 items: 9 read, 0 out of scope, 0 rejected, 0 escaped
      outlook/aspose: 3 files {OUTLOOK=3}, 0 not seen; 36 items: 27 read, 9 out of scope, 0 rejected, 0 escaped
      outlook/libpst: 2 files {OUTLOOK=2}, 0 not seen; 7 items: 0 read, 7 out of scope, 0 rejected, 0 escaped
      outlook/tika: 14 files {MSG=12, OUTLOOK=2}, 0 not seen; 23 items: 18 read, 5 out of scope, 0 rejected, 0 escaped
      emlx: 12 files {EMLX=11, UNRECOGNISED=1}, 0 not seen; 11 items: 11 read, 0 out of scope, 0 rejected, 0 escaped
      mbox/tika: 9 files {MBOX=9}, 0 not seen; 11 items: 9 read, 0 out of scope, 2 rejected, 0 escaped
      replies/crisp: 90 files {UNRECOGNISED=90}, 0 not seen; 0 items: 0 read, 0 out of scope, 0 rejected, 0 escaped
      """;

  @TempDir Path folder;

  @Test
  void readsEveryEnronMailAndKnowsCopies() throws IOException {
    Read read = read("mini-enron");
    assertThat(read.seen).isEqualTo(1_041);
    assertThat(read.rejected).isZero();
    assertThat(read.outOfScope).isZero();
    assertThat(read.distinct()).isEqualTo(874);
    assertThat(read.messages.stream().map(RawMessage::archive_id).distinct()).hasSize(4);
    assertThat(read.owners)
        .filteredOn(claim -> claim.evidence() == OwnerClaim.Evidence.SENT_FOLDER)
        .extracting(claim -> claim.person().email())
        .contains("phillip.allen@enron.com", "harry.arora@enron.com", "robert.badeer@enron.com");
  }

  @Test
  void readsEverySpamAssassinMail() throws IOException {
    Read read = read("spamassassin");
    assertThat(read.seen).isEqualTo(6_046);
    assertThat(read.rejected).isZero();
    assertThat(read.messages).hasSize(6_046);
    assertThat(read.messages).allMatch(mail -> mail.sent_at() != null);
    assertThat(read.messages).filteredOn(mail -> mail.body().isEmpty()).isEmpty();
  }

  /**
   * Every file is looked at, every item is read, out of scope or rejected, nothing is thrown; in a
   * process of its own, whose heap is small. Files of kind {@code UNRECOGNISED} are no archives:
   * expectations and fragments of the parsers' own tests, bodies of replies.
   *
   * <p>Of mikel/mail's 103 mails 26 are in the collection, of Tika's 14 messages of Outlook 12.
   */
  @Test
  void accountsForEveryFileInHalfGigabyteOfHeap() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA), "no collection of real mail beside the project");
    assertThat(reading(DATA, COUNTS.lines().map(line -> line.split(":")[0]).toList()))
        .isEqualTo(COUNTS + "heap of at most 512 MB\n");
  }

  @Test
  void looksAtEveryFolderOfTheCollection() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA), "no collection of real mail beside the project");
    List<String> folders = COUNTS.lines().map(line -> line.split(":")[0]).toList();
    try (Stream<Path> walk = Files.walk(DATA)) {
      assertThat(
              walk.filter(Files::isRegularFile).map(DATA::relativize).map(MailCorpusTest::slashed))
          .filteredOn(file -> folders.stream().noneMatch(folder -> file.startsWith(folder + "/")))
          .containsExactly("README.md");
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private String reading(Path data, List<String> folders) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CorpusReading.class.getName(), data.toString()));
    command.addAll(folders);
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return said.replace(System.lineSeparator(), "\n");
  }

  private static final class Read {
    private final List<RawMessage> messages = new ArrayList<>();
    private final List<OwnerClaim> owners = new ArrayList<>();
    private long seen;
    private long rejected;
    private long outOfScope;

    private long distinct() {
      return messages.stream()
          .map(mail -> List.of("" + mail.sender().email(), "" + mail.sent_at(), mail.body_hash()))
          .distinct()
          .count();
    }

    private void add(Parsed row) {
      if (row.message() != null) {
        messages.add(row.message());
      } else if (row.owner() != null) {
        owners.add(row.owner());
      } else if (row.count() != null) {
        seen += row.count().seen_n();
        rejected += row.count().quarantined_n();
        outOfScope += row.count().out_of_scope_n();
      }
    }
  }

  private static Read read(String folder) throws IOException {
    Path given = DATA.resolve(folder);
    Assumptions.assumeTrue(
        Files.isDirectory(given), "no collection of real mail beside the project");
    Read read = new Read();
    MailReader reader = new MailReader();
    for (ArchivePart part : ArchiveScanner.scan(List.of(given))) {
      if (part.kind() == ArchivePart.Kind.EML || part.kind() == ArchivePart.Kind.MAILDIR) {
        reader.read(part, read::add);
      }
    }
    return read;
  }
}
