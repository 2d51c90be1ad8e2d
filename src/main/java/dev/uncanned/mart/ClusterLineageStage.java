package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Tells week by week which templates of a campaign follow which; undated messages tell nothing. */
public final class ClusterLineageStage {

  private final RunStamp stamp;
  private final LocalDate lastWeek;

  /**
   * A stage for one run.
   *
   * @param asOf the day of the run; templates in use in its week have not ended
   */
  public ClusterLineageStage(RunStamp stamp, LocalDate asOf) {
    this.stamp = stamp;
    this.lastWeek = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** One row for each transition, those of single messages left out. */
  public Dataset<ClusterLineageRow> apply(Dataset<MessageScore> scores) {
    RunStamp run = stamp;
    LocalDate last = lastWeek;
    return weekly(scores)
        .groupBy(functions.col(WeeklyUse.CAMPAIGN_ID))
        .as(Encoders.STRING(), Records.encoder(WeeklyUse.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, WeeklyUse, ClusterLineageRow>)
                (campaign, uses) -> TemplateSuccession.rows(campaign, uses, last, run),
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
        .agg(functions.count(functions.lit(1)).as(WeeklyUse.DELIVERIES_N))
        .as(Records.encoder(WeeklyUse.class));
  }
}
