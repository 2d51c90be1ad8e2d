package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads the public collections of real mail, where they are at hand. */
class MailCorpusTest {

  private static final Path DATA = Path.of("..", "shared", "data");

  @Test
  void readsEveryEnronMailAndKnowsCopies() throws IOException {
    Read read = read("mini-enron");
    assertThat(read.seen).isEqualTo(1_041);
    assertThat(read.rejected).isZero();
    assertThat(read.outOfScope).isZero();
    assertThat(read.unrecognised).isZero();
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
    assertThat(read.unrecognised).isZero();
    assertThat(read.messages).hasSize(6_046);
    assertThat(read.messages).allMatch(mail -> mail.sent_at() != null);
    assertThat(read.messages).filteredOn(mail -> mail.body().isEmpty()).isEmpty();
  }

  @Test
  void accountsForEveryFileOfParserTests() throws IOException {
    assertCounts("mime/mikel-mail", 26, 26);
    assertCounts("mime/mime4j", 486, 131);
    assertCounts("mime/nodemailer", 10, 8);
    assertCounts("mime/spamscope", 23, 22);
  }

  private static void assertCounts(String folder, int files, int mails) throws IOException {
    Read read = read(folder);
    assertThat(read.files).as(folder).isEqualTo(files);
    assertThat(read.seen).as(folder).isEqualTo(mails);
    assertThat(read.seen + read.unrecognised).as(folder).isEqualTo(files);
    assertThat(read.rejected).as(folder).isZero();
    assertThat(read.messages.size() + read.outOfScope).as(folder).isEqualTo(mails);
  }

  /** Everything once more, in a process of its own whose heap is small. */
  @Test
  void readsAllCollectionsInHalfGigabyteOfHeap() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA), "no collection of real mail beside the project");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CorpusReading.class.getName(),
                DATA.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("accounted for: all").contains("escaped: none");
  }

  private static final class Read {
    private final List<RawMessage> messages = new ArrayList<>();
    private final List<OwnerClaim> owners = new ArrayList<>();
    private long files;
    private long seen;
    private long rejected;
    private long outOfScope;
    private long unrecognised;
    private final Set<String> others = new HashSet<>();

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
    List<Path> files;
    try (Stream<Path> walk = Files.walk(given)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    Read read = new Read();
    read.files = files.size();
    MailReader reader = new MailReader();
    for (ArchivePart part : ArchiveScanner.scan(List.of(given))) {
      if (part.kind() == ArchivePart.Kind.EML || part.kind() == ArchivePart.Kind.MAILDIR) {
        reader.read(part, read::add);
      } else {
        part.files().forEach(file -> read.others.add(part.root() + "/" + file));
      }
    }
    // Other readers' files, and what is no archive; a large file may be in several parts.
    read.unrecognised = read.others.size();
    return read;
  }
}
