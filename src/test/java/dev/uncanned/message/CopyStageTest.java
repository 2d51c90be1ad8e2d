package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class CopyStageTest {

  private static final int MAILS = 5;

  @TempDir Path folder;

  /** Reads what HubSpot keeps as HTML and the mailbox as plain text. */
  private List<Parsed> rows() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("tom/Sent"));
    StringBuilder table =
        new StringBuilder(
            "hs_object_id,hs_timestamp,hs_email_direction,hs_email_status,hs_email_subject,"
                + "hs_email_text,hs_email_html,hs_email_from_email,hs_email_to_email\n");
    for (int i = 0; i < MAILS; i++) {
      Files.writeString(
          sent.resolve(i + ".eml"),
          "From: Tom <tom@x.example>\nTo: f"
              + i
              + "@y.example\nSubject: Intro\nDate: Mon, 05 Jan 2026 10:0"
              + i
              + ":00 +0100\n\nHi F"
              + i
              + ",\n\nwould you be open to a call?\n\nTom\n");
      String words = i == MAILS - 1 ? "would you mind a call?" : "would you be open to a call?";
      table.append(i).append(",2026-01-05T09:0").append(i).append(":00Z,EMAIL,SENT,Intro,,");
      table.append("\"<div>Hi F").append(i).append(",</div><div><br></div><div>").append(words);
      table.append("</div><p>Tom</p>\",tom@x.example,f").append(i).append("@y.example\n");
    }
    Files.writeString(folder.resolve("emails.csv"), table);
    List<Parsed> rows = new ArrayList<>();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      new AnyReader().read(part, rows::add);
    }
    return rows;
  }

  @Test
  void htmlOfToolIsCopyOfPlainMailAlsoWhereTheyComeInTwoNights(SparkSession session)
      throws IOException {
    List<Parsed> rows = rows();
    List<RawMessage> mails = rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
    assertThat(mails).hasSize(2 * MAILS);
    List<OwnerClaim> claims = rows.stream().map(Parsed::owner).filter(Objects::nonNull).toList();
    MessageNormalizer normalizer =
        new MessageNormalizer(
            new PeopleDirectory(List.of(), claims),
            new Pseudonyms(new byte[Pseudonyms.KEY_BYTES]),
            new BelievedDates(Instant.parse("2026-02-01T00:00:00Z"), Map.of()));
    Dataset<RawMessage> all = session.createDataset(mails, Records.encoder(RawMessage.class));
    Dataset<RawMessage> html = all.filter("html");
    Dataset<RawMessage> plain = all.filter("not html");
    CopyStage copies = new CopyStage(normalizer);
    Dataset<DroppedCopy> together = copies.apply(Records.project(all, CopySource.class));
    Dataset<DroppedCopy> later = copies.apply(new MeetingStage().apply(html, plain));
    assertThat(together.collectAsList())
        .hasSize(MAILS - 1)
        .containsExactlyInAnyOrderElementsOf(later.collectAsList());
  }
}
