package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.score.SenderCompany;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Describes each campaign of two and more messages. */
public final class CampaignsStage {

  private static final String LEFT = "left_outer";

  private final RunStamp stamp;

  public CampaignsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each campaign. */
  public Dataset<CampaignRow> apply(
      Dataset<MessageScore> scores, Dataset<SenderCompany> companies) {
    Dataset<UseFact> facts =
        Records.project(scores, UseFact.class)
            .where(functions.col(UseFact.CAMPAIGN_ID).isNotNull());
    Dataset<Row> rows = uses(facts).drop(CampaignRow.COMPANIES_N);
    String[] campaign = {CampaignRow.CAMPAIGN_ID};
    return Records.project(
        rows.join(companies(facts, companies), campaign, LEFT), CampaignRow.class);
  }

  /** For each campaign the companies of its senders. */
  private static Dataset<Row> companies(Dataset<UseFact> facts, Dataset<SenderCompany> companies) {
    return facts
        .select(UseFact.CAMPAIGN_ID, SenderCompany.SENDER_ID)
        .distinct()
        .join(companies, SenderCompany.SENDER_ID)
        .groupBy(UseFact.CAMPAIGN_ID)
        .agg(
            functions
                .countDistinct(functions.col(SenderCompany.COMPANY))
                .cast(DataTypes.IntegerType)
                .as(CampaignRow.COMPANIES_N));
  }

  private Dataset<Row> uses(Dataset<UseFact> facts) {
    RunStamp run = stamp;
    return facts
        .groupBy(functions.col(UseFact.CAMPAIGN_ID))
        .as(Encoders.STRING(), Records.encoder(UseFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, UseFact, TemplateUse>) UseTally::of,
            Records.encoder(TemplateUse.class))
        .map(
            (MapFunction<TemplateUse, CampaignRow>) use -> row(use, run),
            Records.encoder(CampaignRow.class))
        .toDF();
  }

  private static CampaignRow row(TemplateUse use, RunStamp run) {
    return new CampaignRow(
        use.id(),
        use.members_n(),
        use.templates_n(),
        use.senders_n(),
        use.senders_n() > 1,
        null,
        use.recipients_n(),
        use.first_seen(),
        use.last_seen(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
