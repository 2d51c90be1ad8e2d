package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Sums up the scores of each sender. */
public final class SenderSummaryStage {

  private final SenderSummary summary;

  public SenderSummaryStage(RunStamp stamp) {
    this.summary = new SenderSummary(stamp);
  }

  /** One row for each sender, channel and relationship, with the rows over all of them. */
  public Dataset<SenderSummaryRow> apply(Dataset<MessageScore> scores) {
    return Records.project(scores, ScoreFact.class)
        .groupByKey(
            (MapFunction<ScoreFact, String>) fact -> fact.direction() + fact.sender_id(),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScoreFact, SenderSummaryRow>) summary::rows,
            Records.encoder(SenderSummaryRow.class));
  }
}
