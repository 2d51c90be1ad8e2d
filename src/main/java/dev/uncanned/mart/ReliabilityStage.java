package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Tells how repeatable the differences between our senders are. */
public final class ReliabilityStage {

  private final SplitHalf splitHalf = new SplitHalf();

  /** One row for each figure that some sender has enough first messages for. */
  public Dataset<Reliability> apply(Dataset<ScoreFact> facts) {
    SplitHalf split = splitHalf;
    return facts
        .where(functions.col(ScoreFact.DIRECTION).equalTo(Direction.OUTBOUND.name()))
        .groupBy(ScoreFact.SENDER_ID)
        .as(Encoders.STRING(), Records.encoder(ScoreFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScoreFact, HalfRates>) split::halves,
            Records.encoder(HalfRates.class))
        .groupBy(HalfRates.METRIC)
        .as(Encoders.STRING(), Records.encoder(HalfRates.class))
        .mapGroups(
            (MapGroupsFunction<String, HalfRates, Reliability>) split::reliability,
            Records.encoder(Reliability.class));
  }
}
