package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Scores the messages of our senders with other weights. */
public final class WeightSweepStage {

  private final WeightSweep sweep = new WeightSweep();

  /** One row for each of our senders with enough scored messages. */
  public Dataset<SweptScores> apply(Dataset<MessageScore> scores) {
    WeightSweep sweep = this.sweep;
    return Records.project(scores, SweptMessage.class)
        .where(
            functions
                .col(SweptMessage.PERSONAL_SCORE)
                .isNotNull()
                .and(functions.col(SweptMessage.DIRECTION).equalTo(Direction.OUTBOUND.name())))
        .groupBy(functions.col(SweptScores.SENDER_ID))
        .as(Encoders.STRING(), Records.encoder(SweptMessage.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, SweptMessage, SweptScores>) sweep::scores,
            Records.encoder(SweptScores.class));
  }
}
