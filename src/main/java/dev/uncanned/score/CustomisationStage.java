package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Counts the customised words of each message among the messages of its scope: the one stage of
 * this package for which texts travel.
 */
public final class CustomisationStage {

  private static final String LEFT = "left_outer";

  private final ScoreConfig config;
  private final Customisation customisation;

  /** A stage with the configured sizes of scopes. */
  public CustomisationStage(ScoreConfig config) {
    this.config = config;
    this.customisation = new Customisation(config);
  }

  /** One row per message whose text may be scored and which is in some scope. */
  public Dataset<Customised> apply(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    Customisation scopes = customisation;
    int large = config.template_members();
    return addressed(documents, members)
        .flatMap(
            (FlatMapFunction<AddressedText, ScopedText>)
                text -> ScopedText.of(text, large).iterator(),
            Records.encoder(ScopedText.class))
        .groupByKey((MapFunction<ScopedText, String>) ScopedText::scope_key, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScopedText, Customised>)
                (scope, texts) -> scopes.customised(texts),
            Records.encoder(Customised.class));
  }

  private Dataset<AddressedText> addressed(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    Dataset<Row> labelled =
        Records.project(documents, MaskedColumns.class)
            .where(functions.col(MaskedColumns.ELIGIBLE))
            .join(members, new String[] {CampaignMember.MESSAGE_ID}, LEFT);
    Dataset<Row> sized =
        sized(
            sized(labelled, members, CampaignMember.CLUSTER_ID, AddressedText.CLUSTER_N),
            members,
            CampaignMember.CAMPAIGN_ID,
            AddressedText.CAMPAIGN_N);
    return Records.project(sized, AddressedText.class);
  }

  /**
   * Adds the size of each large family; at most one in {@code template_members} messages stands for
   * a family of its own there, few enough to send to every task.
   */
  private Dataset<Row> sized(
      Dataset<Row> texts, Dataset<CampaignMember> members, String family, String size) {
    Column named = functions.col(family);
    Dataset<Row> large =
        members
            .where(named.isNotNull())
            .groupBy(named)
            .agg(functions.count(functions.lit(1)).as(size))
            .where(functions.col(size).geq(config.template_members()));
    return texts.join(functions.broadcast(large), new String[] {family}, LEFT);
  }
}
