package dev.uncanned.mart;

import dev.uncanned.score.Burst;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up the scores of each sender day by day. */
public final class SenderDailyStage {

  private static final String PACE = "pace";
  private static final String PACE_SENDER = "pace_sender";
  private static final String PACE_DAY = "pace_day";

  private final SenderDaily daily;

  public SenderDailyStage(RunStamp stamp) {
    this.daily = new SenderDaily(stamp);
  }

  /** One row for each sender, day and channel with a message. */
  public Dataset<SenderDailyRow> apply(Dataset<ScoreFact> facts, Dataset<Burst> bursts) {
    Dataset<SenderDailyRow> rows =
        facts
            .groupBy(ScoreFact.DIRECTION, ScoreFact.SENDER_ID)
            .as(Records.encoder(SenderKey.class), Records.encoder(ScoreFact.class))
            .flatMapGroups(
                (FlatMapGroupsFunction<SenderKey, ScoreFact, SenderDailyRow>) daily::rows,
                Records.encoder(SenderDailyRow.class));
    Dataset<Row> pace =
        bursts.select(
            functions.col(Burst.SENDER_ID).as(PACE_SENDER),
            functions.col(Burst.DAY).as(PACE_DAY),
            Records.whole(bursts).as(PACE));
    Column same =
        functions
            .col(SenderDailyRow.SENDER_ID)
            .equalTo(functions.col(PACE_SENDER))
            .and(functions.col(SenderDailyRow.DAY).equalTo(functions.col(PACE_DAY)));
    return Records.project(
        rows.join(pace, same, "left_outer"),
        SenderDailyRow.class,
        Map.of(
            SenderDailyRow.MAX_1H_N, pace(Burst.MAX_1H_N),
            SenderDailyRow.MAX_24H_N, pace(Burst.MAX_24H_N),
            SenderDailyRow.AUTOMATION_HINT, pace(Burst.AUTOMATION_HINT)));
  }

  private static Column pace(String component) {
    return functions.col(PACE).getField(component);
  }
}
