package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.SenderCompany;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class CampaignsStageTest {

  private final List<MessageScore> scores = new ArrayList<>();
  private final List<SenderCompany> companies = new ArrayList<>();

  private void send(String campaign, String... senders) {
    for (String sender : senders) {
      scores.add(BareScore.of("m" + scores.size(), sender, "t", campaign));
      scores.add(BareScore.of("m" + scores.size(), sender, "t", campaign));
    }
  }

  private List<CampaignRow> rows(SparkSession spark) {
    return new CampaignsStage(new RunStamp("r", "1", "k"))
            .apply(
                dataset(spark, MessageScore.class, scores),
                dataset(spark, SenderCompany.class, companies))
            .collectAsList()
            .stream()
            .sorted(Comparator.comparing(CampaignRow::campaign_id))
            .toList();
  }

  @Test
  void countsTheCompaniesOfItsSendersWhereTheyAreKnown(SparkSession spark) {
    companies.add(new SenderCompany("ann", "acme"));
    companies.add(new SenderCompany("bob", "acme"));
    companies.add(new SenderCompany("cem", "globex"));
    companies.add(new SenderCompany("dan", "initech"));
    send("a one sender", "ann");
    send("b colleagues", "ann", "bob");
    send("c resold", "ann", "bob", "cem", "nobody knows");
    send("d unknown", "nobody knows", "nor her");
    send(null, "dan");
    List<CampaignRow> rows = rows(spark);
    assertThat(rows).extracting(CampaignRow::senders_n).containsExactly(1, 2, 4, 2);
    assertThat(rows).extracting(CampaignRow::companies_n).containsExactly(1, 1, 2, null);
    assertThat(rows).extracting(CampaignRow::cross_sender).containsExactly(false, true, true, true);
    assertThat(rows).extracting(CampaignRow::members_n).containsExactly(2, 4, 8, 4);
  }

  @Test
  void singleMessagesAreNoCampaigns(SparkSession spark) {
    scores.add(BareScore.of("m", "ann", "t", "c"));
    assertThat(rows(spark)).isEmpty();
  }

  private static <R extends Record> Dataset<R> dataset(
      SparkSession spark, Class<R> record, List<R> rows) {
    return spark.createDataset(rows, Records.encoder(record)).repartition(3);
  }
}
