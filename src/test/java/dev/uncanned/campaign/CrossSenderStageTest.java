package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class CrossSenderStageTest {

  private final List<SenderMember> members = new ArrayList<>();

  private void member(
      String id,
      String sender,
      Instant at,
      int words,
      String campaign,
      String template,
      Integer n) {
    boolean names = campaign != null && campaign.endsWith(id);
    members.add(
        new SenderMember(
            new CampaignMember(id, template, 1f, campaign),
            sender,
            at,
            words,
            names ? LongStream.range(0, 40).toArray() : null,
            n));
  }

  @Test
  void joinsCampaignsByPhrasesAndLoneMessagesByTheirTemplate(SparkSession spark) {
    Instant day = Instant.parse("2024-01-01T00:00:00Z");
    member("a1", "ann", day, 50, "c-a1", "pitch", 2);
    member("a2", "ann", day.plusSeconds(1), 50, "c-a1", "pitch", null);
    member("b1", "bob", day.minusSeconds(9), 50, "c-b1", "other", 1);
    member("c1", "cat", null, 50, null, "pitch", 1);
    member("d1", "dan", day, 50, null, "pitch", 1);
    member("e1", "eve", day, 12, null, "thanks", null);
    member("f1", "fay", day, 12, null, "thanks", null);
    members.add(
        new SenderMember(new CampaignMember("g1", "pitch", null, null), "gus", day, 0, null, null));

    List<CampaignMember> found =
        new CrossSenderStage(CampaignConfig.standard())
            .apply(spark.createDataset(members, Records.encoder(SenderMember.class)))
            .collectAsList();

    String campaign = ContentHash.of("campaign", "b1");
    assertThat(found)
        .containsExactlyInAnyOrder(
            new CampaignMember("a1", "pitch", 1f, campaign),
            new CampaignMember("a2", "pitch", 1f, campaign),
            new CampaignMember("b1", "other", 1f, campaign),
            new CampaignMember("c1", "pitch", 1f, campaign),
            new CampaignMember("d1", "pitch", 1f, campaign),
            new CampaignMember("e1", "thanks", 1f, null),
            new CampaignMember("f1", "thanks", 1f, null),
            new CampaignMember("g1", "pitch", null, null));
  }
}
