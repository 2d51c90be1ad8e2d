package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.time.LocalDate;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Tells week by week which templates of a campaign follow which; undated messages tell nothing. */
public final class ClusterLineageStage {

  private final RunStamp stamp;
  private final LocalDate asOf;
  private final TeamEnds ends;

  /**
   * A stage for one run.
   *
   * @param asOf day up to which the run looks
   * @param ends up to when the archives of each team tell; a template that is not sent in a later
   *     week, or in one that is not over, has not ended
   */
  public ClusterLineageStage(RunStamp stamp, LocalDate asOf, TeamEnds ends) {
    this.stamp = stamp;
    this.asOf = asOf;
    this.ends = ends;
  }

  /** One row for each transition, those of single messages left out. */
  public Dataset<ClusterLineageRow> apply(Dataset<MessageScore> scores) {
    RunStamp run = stamp;
    LocalDate day = asOf;
    TeamEnds known = ends;
    return weekly(scores)
        .groupBy(functions.col(WeeklyUse.CAMPAIGN_ID))
        .as(Encoders.STRING(), Records.encoder(WeeklyUse.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, WeeklyUse, ClusterLineageRow>)
                (campaign, uses) -> new TemplateSuccession(campaign, day, known, run).rows(uses),
            Records.encoder(ClusterLineageRow.class));
  }

  private static Dataset<WeeklyUse> weekly(Dataset<MessageScore> scores) {
    Column template = functions.col(UseFact.CLUSTER_ID);
    Column sentAt = functions.col(UseFact.SENT_AT);
    return Records.project(scores, UseFact.class)
        .where(template.isNotNull().and(sentAt.isNotNull()))
        .groupBy(
            functions
                .coalesce(functions.col(UseFact.CAMPAIGN_ID), template)
                .as(WeeklyUse.CAMPAIGN_ID),
            functions.col(WeeklyUse.SENDER_ID),
            template,
            functions.date_trunc("week", sentAt).cast("date").as(WeeklyUse.WEEK))
        .agg(
            functions.max(functions.col(UseFact.TEAM_ID)).as(WeeklyUse.TEAM_ID),
            functions.count(functions.lit(1)).as(WeeklyUse.DELIVERIES_N))
        .as(Records.encoder(WeeklyUse.class));
  }
}
