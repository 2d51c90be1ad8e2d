package dev.uncanned.mart;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;

/** Sums up the scores of each sender. */
public final class SenderSummaryStage {

  private final SenderSummary summary;
  private final ReplyShrinkage shrinkage = new ReplyShrinkage();

  public SenderSummaryStage(RunStamp stamp) {
    this.summary = new SenderSummary(stamp);
  }

  /** One row for each sender, channel and relationship, with the rows over all of them. */
  public Dataset<SenderSummaryRow> apply(Dataset<ScoreFact> facts) {
    ReplyShrinkage shrinkage = this.shrinkage;
    return facts
        .groupBy(ScoreFact.DIRECTION, ScoreFact.SENDER_ID)
        .as(Records.encoder(SenderKey.class), Records.encoder(ScoreFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<SenderKey, ScoreFact, SenderSummaryRow>) summary::rows,
            Records.encoder(SenderSummaryRow.class))
        .groupBy(
            SenderSummaryRow.DIRECTION, SenderSummaryRow.CHANNEL, SenderSummaryRow.RELATIONSHIP)
        .as(Records.encoder(ComparedSenders.class), Records.encoder(SenderSummaryRow.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<ComparedSenders, SenderSummaryRow, SenderSummaryRow>)
                (compared, rows) -> shrinkage.shrunk(rows),
            Records.encoder(SenderSummaryRow.class));
  }
}
