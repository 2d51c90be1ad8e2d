package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the phrases that only some kinds of readers of a template got.
 *
 * <p>Of the {@value #TEMPLATES} largest templates, some hundred messages each: what is drawn is few
 * enough to be sent to every task, so that no other text travels.
 */
public final class SegmentStage {

  private static final int TEMPLATES = 500;

  private final Segments segments = new Segments();
  private final DrawStage draw = new DrawStage(TEMPLATES);

  /** One row for each template that has such phrases. */
  public Dataset<ClusterSegments> apply(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    Segments finder = segments;
    Dataset<Row> drawn =
        draw.apply(members)
            .select(
                functions.col(CampaignMember.MESSAGE_ID), functions.col(CampaignMember.CLUSTER_ID));
    return Records.project(
            Records.project(documents, SegmentColumns.class)
                .join(functions.broadcast(drawn), CampaignMember.MESSAGE_ID),
            SegmentText.class)
        .filter((FilterFunction<SegmentText>) SegmentText::single)
        .map(
            (MapFunction<SegmentText, SegmentMember>) SegmentText::member,
            Records.packedEncoder(SegmentMember.class))
        .groupByKey(
            (MapFunction<SegmentMember, String>) SegmentMember::cluster_id, Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, SegmentMember, ClusterSegments>) finder::of,
            Records.encoder(ClusterSegments.class))
        .where(functions.col(ClusterSegments.SEGMENTS).isNotNull())
        .as(Records.encoder(ClusterSegments.class));
  }
}
