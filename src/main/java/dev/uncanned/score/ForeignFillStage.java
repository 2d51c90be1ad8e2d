package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads the fields of templates in the messages made from them. */
public final class ForeignFillStage {

  /** The narrow side is kept in memory part by part, so that the texts need no sorting. */
  private static final String HASHED = "shuffle_hash";

  /** Templates of fewer texts show too little of what stands where. */
  private static final int LEAST_TEXTS = 5;

  private final ForeignFills fills;

  /** A stage with the configured rules for names. */
  public ForeignFillStage(ScoreConfig config) {
    this.fills = new ForeignFills(config);
  }

  /** One row for each name or company that is not the recipient's; few. */
  public Dataset<ForeignFill> apply(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<Template> templates) {
    ForeignFills reader = fills;
    Dataset<ClusterContexts> contexts =
        templates
            .filter((FilterFunction<Template>) template -> template.sampled_n() >= LEAST_TEXTS)
            .map(
                (MapFunction<Template, ClusterContexts>) ClusterContexts::of,
                Records.encoder(ClusterContexts.class));
    Column cluster = functions.col(CampaignMember.CLUSTER_ID);
    Dataset<Row> labels =
        members
            .where(cluster.isNotNull())
            .select(functions.col(CampaignMember.MESSAGE_ID), cluster)
            .join(contexts, new String[] {CampaignMember.CLUSTER_ID});
    Dataset<Row> texts =
        Records.project(documents, FilledColumns.class)
            .join(labels.hint(HASHED), new String[] {CampaignMember.MESSAGE_ID});
    return Records.project(texts, FilledText.class)
        .flatMap(
            (FlatMapFunction<FilledText, ForeignFill>) reader::of,
            Records.encoder(ForeignFill.class));
  }
}
