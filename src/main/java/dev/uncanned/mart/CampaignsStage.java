package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Describes each campaign of two and more messages. */
public final class CampaignsStage {

  private final RunStamp stamp;

  public CampaignsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each campaign. */
  public Dataset<CampaignRow> apply(Dataset<MessageScore> scores) {
    RunStamp run = stamp;
    Column campaign = functions.col(UseFact.CAMPAIGN_ID);
    return Records.project(scores, UseFact.class)
        .where(campaign.isNotNull())
        .groupBy(campaign)
        .as(Encoders.STRING(), Records.encoder(UseFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, UseFact, TemplateUse>) UseTally::of,
            Records.encoder(TemplateUse.class))
        .map(
            (MapFunction<TemplateUse, CampaignRow>) use -> row(use, run),
            Records.encoder(CampaignRow.class));
  }

  private static CampaignRow row(TemplateUse use, RunStamp run) {
    return new CampaignRow(
        use.id(),
        use.members_n(),
        use.templates_n(),
        use.senders_n(),
        use.senders_n() > 1,
        use.recipients_n(),
        use.first_seen(),
        use.last_seen(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
