package dev.uncanned.mart;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;

/** Sums up the scores of each sender day by day. */
public final class SenderDailyStage {

  private final SenderDaily daily;

  public SenderDailyStage(RunStamp stamp) {
    this.daily = new SenderDaily(stamp);
  }

  /** One row for each sender, day and channel with a message. */
  public Dataset<SenderDailyRow> apply(Dataset<ScoreFact> facts) {
    return facts
        .groupBy(ScoreFact.DIRECTION, ScoreFact.SENDER_ID)
        .as(Records.encoder(SenderKey.class), Records.encoder(ScoreFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<SenderKey, ScoreFact, SenderDailyRow>) daily::rows,
            Records.encoder(SenderDailyRow.class));
  }
}
