package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Contact;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.NullReason;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class LinkStageTest {

  private static final Contact SOMEBODY = Contact.of("Ada", null, null);
  private static final String LINK = "https://www.acme.example/x";

  @Test
  void keepsMessagesWithLinksThatMayBeScored(SparkSession spark) {
    List<TextDocument> documents =
        List.of(
            document("a", "ada", "r1", "see " + LINK + " and call me", true),
            document("b", "ada", "r2", "see " + LINK, false),
            document("c", "ada", "r3", "call me", true));
    List<CampaignMember> members =
        List.of(
            new CampaignMember("a", "t1", null, null),
            new CampaignMember("b", "t2", null, null),
            new CampaignMember("c", "t3", null, null));

    List<LinkedSend> sends =
        new LinkStage()
            .apply(
                spark.createDataset(documents, Records.encoder(TextDocument.class)),
                spark.createDataset(members, Records.encoder(CampaignMember.class)))
            .collectAsList();

    assertThat(sends)
        .containsExactly(
            new LinkedSend(
                "a",
                "ada",
                List.of("r1"),
                Instant.EPOCH,
                "t1",
                null,
                List.of("acme.example"),
                "call"));
  }

  private static TextDocument document(
      String id, String sender, String recipient, String text, boolean eligible) {
    MessageHeader header =
        new MessageHeader(
            id,
            "t",
            "a",
            "i",
            0,
            null,
            null,
            null,
            sender,
            "ada",
            null,
            List.of(recipient),
            Instant.EPOCH,
            null,
            false,
            false,
            null,
            0,
            null);
    NullReason reason = eligible ? null : NullReason.REPLY;
    String masked = text.replace(LINK, Placeholder.URL.token());
    return new TextDocument(
        header,
        null,
        text,
        masked,
        10,
        50,
        "en",
        1f,
        masked,
        eligible,
        reason,
        SOMEBODY,
        List.of(SOMEBODY));
  }
}
