package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.NullReason;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class CampaignStageTest {

  private static final Contact SOMEBODY = Contact.of("Ada", null, null);
  private static final String PITCH = "we help teams like yours to ship twice as often";

  @Test
  void assignsEveryDocumentToItsTemplateAndEligibleOnesToCampaigns(SparkSession spark) {
    List<TextDocument> documents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      documents.add(document("a" + i, "ada", "r" + i, PITCH, true));
    }
    documents.add(document("b0", "bob", "r0", PITCH, true));
    documents.add(document("b1", "bob", "r1", PITCH + " today", true));
    documents.add(document("c0", "ada", "r9", PITCH, false));
    List<ClusteredText> clusters =
        List.of(
            new ClusteredText(PITCH, "pitch", 6, 1f, true, 1f, 1f, null, null),
            new ClusteredText(PITCH + " today", "pitch", 1, 0.9f, false, 1f, 1f, null, null));

    List<SenderMember> members =
        new CampaignStage(CampaignConfig.standard())
            .apply(
                spark.createDataset(documents, Records.encoder(TextDocument.class)),
                spark.createDataset(clusters, Records.encoder(ClusteredText.class)))
            .collectAsList();

    String ada = ContentHash.of("campaign", "a0");
    String bob = ContentHash.of("campaign", "b0");
    assertThat(members)
        .extracting(SenderMember::member)
        .containsExactlyInAnyOrder(
            new CampaignMember("a0", "pitch", 1f, ada),
            new CampaignMember("a1", "pitch", 1f, ada),
            new CampaignMember("a2", "pitch", 1f, ada),
            new CampaignMember("a3", "pitch", 1f, ada),
            new CampaignMember("a4", "pitch", 1f, ada),
            new CampaignMember("b0", "pitch", 0f, bob),
            new CampaignMember("b1", "pitch", 0f, bob),
            new CampaignMember("c0", "pitch", null, null));
  }

  private static TextDocument document(
      String id, String sender, String recipient, String masked, boolean eligible) {
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
    return new TextDocument(
        header,
        null,
        masked,
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
