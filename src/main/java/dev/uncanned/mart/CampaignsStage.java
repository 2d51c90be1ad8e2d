package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.score.SenderCompany;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
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
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(CampaignRow.CAMPAIGN_ID, functions.col(TemplateUse.ID));
    columns.put(CampaignRow.CROSS_SENDER, functions.col(TemplateUse.SENDERS_N).gt(1));
    String[] id = {TemplateUse.ID};
    return Records.project(
        uses(facts).join(companies(facts, companies), id, LEFT), CampaignRow.class, columns);
  }

  /** For each campaign the companies of its senders. */
  private static Dataset<Row> companies(Dataset<UseFact> facts, Dataset<SenderCompany> companies) {
    return facts
        .select(UseFact.CAMPAIGN_ID, SenderCompany.SENDER_ID)
        .distinct()
        .join(companies, SenderCompany.SENDER_ID)
        .groupBy(functions.col(UseFact.CAMPAIGN_ID).as(TemplateUse.ID))
        .agg(
            functions
                .countDistinct(functions.col(SenderCompany.COMPANY))
                .cast(DataTypes.IntegerType)
                .as(CampaignRow.COMPANIES_N));
  }

  private static Dataset<TemplateUse> uses(Dataset<UseFact> facts) {
    return facts
        .groupBy(functions.col(UseFact.CAMPAIGN_ID))
        .as(Encoders.STRING(), Records.encoder(UseFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, UseFact, TemplateUse>) UseTally::of,
            Records.encoder(TemplateUse.class));
  }
}
