package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Draws some hundred messages of each of the largest templates, by the hashes of their ids. */
public final class DrawStage {

  private final int templates;

  /**
   * A stage that draws from so many templates.
   *
   * @param templates at least 1
   */
  public DrawStage(int templates) {
    this.templates = templates;
  }

  /** The drawn messages of templates with {@value Segments#MIN_MEMBERS} and more. */
  public Dataset<DrawnMessage> apply(Dataset<CampaignMember> members) {
    Column cluster = functions.col(CampaignMember.CLUSTER_ID);
    Dataset<Row> largest =
        members
            .where(cluster.isNotNull())
            .groupBy(cluster)
            .agg(functions.count(functions.lit(1)).as(DrawnMessage.CLUSTER_N))
            .where(functions.col(DrawnMessage.CLUSTER_N).geq(Segments.MIN_MEMBERS))
            .orderBy(functions.col(DrawnMessage.CLUSTER_N).desc(), cluster)
            .limit(templates);
    return Records.project(
            members.join(functions.broadcast(largest), CampaignMember.CLUSTER_ID),
            DrawnMessage.class)
        .filter((FilterFunction<DrawnMessage>) DrawnMessage::drawn);
  }
}
