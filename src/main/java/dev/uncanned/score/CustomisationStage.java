package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
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
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<ClusteredText> clusters) {
    Customisation scopes = customisation;
    ScoreConfig sizes = config;
    return addressed(documents, members, clusters)
        .flatMap(
            (FlatMapFunction<AddressedText, ScopedText>)
                text -> ScopedText.of(text, sizes).iterator(),
            Records.packedEncoder(ScopedText.class))
        .groupByKey((MapFunction<ScopedText, String>) ScopedText::scope_key, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScopedText, Customised>)
                (scope, texts) -> scopes.customised(texts),
            Records.encoder(Customised.class));
  }

  private Dataset<AddressedText> addressed(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<ClusteredText> clusters) {
    Dataset<Row> labelled =
        Records.project(documents, MaskedColumns.class)
            .where(functions.col(MaskedColumns.ELIGIBLE))
            .join(members, new String[] {CampaignMember.MESSAGE_ID}, LEFT);
    String[] cluster = {CampaignMember.CLUSTER_ID};
    String[] campaign = {CampaignMember.CAMPAIGN_ID};
    Dataset<Row> templates =
        large(members, CampaignMember.CLUSTER_ID, AddressedText.CLUSTER_N)
            .join(medoids(clusters), cluster, LEFT);
    Dataset<Row> campaigns = large(members, CampaignMember.CAMPAIGN_ID, AddressedText.CAMPAIGN_N);
    return Records.project(
        labelled
            .join(functions.broadcast(templates), cluster, LEFT)
            .join(functions.broadcast(campaigns), campaign, LEFT),
        AddressedText.class);
  }

  /**
   * The size of each large family; at most one in {@code min_members} messages stands for a family
   * of its own there, few enough to send to every task.
   */
  private Dataset<Row> large(Dataset<CampaignMember> members, String family, String size) {
    Column named = functions.col(family);
    return members
        .where(named.isNotNull())
        .groupBy(named)
        .agg(functions.count(functions.lit(1)).as(size))
        .where(functions.col(size).geq(config.min_members()));
  }

  private static Dataset<Row> medoids(Dataset<ClusteredText> clusters) {
    return clusters
        .where(functions.col(ClusteredText.IS_MEDOID))
        .select(
            functions.col(CampaignMember.CLUSTER_ID),
            functions.col(ClusteredText.FINGERPRINT).as(AddressedText.MEDOID_FINGERPRINT));
  }
}
