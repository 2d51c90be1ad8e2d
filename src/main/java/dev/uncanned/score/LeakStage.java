package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Looks for the owners of foreign names among the recipients of the same template.
 *
 * <p>Reads the fills twice, so they should be a written table. Only the recipients of templates
 * with such fills travel.
 */
public final class LeakStage {

  private static final String SEMI = "left_semi";

  private final Leaks leaks = new Leaks();

  /** One row for each message with a leaked or wrong name. */
  public Dataset<FoundLeaks> apply(
      Dataset<ForeignFill> fills,
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members) {
    Leaks templates = leaks;
    return fills
        .groupByKey((MapFunction<ForeignFill, String>) ForeignFill::cluster_id, Encoders.STRING())
        .cogroup(
            readers(fills, documents, members)
                .groupByKey(
                    (MapFunction<ClusterReader, String>) ClusterReader::cluster_id,
                    Encoders.STRING()),
            (CoGroupFunction<String, ForeignFill, ClusterReader, FoundLeaks>)
                (cluster, claimed, readers) -> templates.of(claimed, readers),
            Records.encoder(FoundLeaks.class));
  }

  private static Dataset<ClusterReader> readers(
      Dataset<ForeignFill> fills,
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members) {
    Dataset<Row> few =
        functions.broadcast(fills.select(functions.col(ForeignFill.CLUSTER_ID)).distinct());
    Dataset<Row> labels =
        members
            .join(few, new String[] {CampaignMember.CLUSTER_ID}, SEMI)
            .select(
                functions.col(CampaignMember.MESSAGE_ID), functions.col(CampaignMember.CLUSTER_ID));
    Dataset<Row> texts =
        Records.project(documents, ReaderColumns.class)
            .join(labels, new String[] {CampaignMember.MESSAGE_ID});
    return Records.project(texts, ReaderText.class)
        .flatMap(
            (FlatMapFunction<ReaderText, ClusterReader>)
                message -> ClusterReader.of(message).iterator(),
            Records.packedEncoder(ClusterReader.class));
  }
}
