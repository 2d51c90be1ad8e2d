package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    for (String folder : List.of("mikel-mail", "mime4j", "nodemailer", "spamscope")) {
      Read read = read("mime/" + folder);
      assertThat(read.seen + read.unrecognised).as(folder).isEqualTo(read.files);
      assertThat(read.rejected).as(folder).isZero();
      assertThat(read.messages.size() + read.outOfScope).as(folder).isEqualTo(read.seen);
    }
  }

  private static final class Read {
    private final List<RawMessage> messages = new ArrayList<>();
    private final List<OwnerClaim> owners = new ArrayList<>();
    private long files;
    private long seen;
    private long rejected;
    private long outOfScope;
    private long unrecognised;

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
    for (ArchivePart part : MailFolders.parts(given, files)) {
      if (part.kind() == ArchivePart.Kind.UNRECOGNISED) {
        read.unrecognised++;
      } else {
        reader.read(part, read::add);
      }
    }
    return read;
  }
}
