package dev.uncanned.score;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Counts how fast each sender sent, day by day; only ids and times travel. */
public final class BurstStage {

  private final Bursts bursts = new Bursts();

  /** One row per sender and day with dated messages. */
  public Dataset<Burst> apply(Dataset<Touch> history) {
    Bursts senders = bursts;
    return Records.project(history, BurstSend.class)
        .where(
            functions
                .col(BurstSend.SENDER_ID)
                .isNotNull()
                .and(functions.col(BurstSend.SENT_AT).isNotNull())
                .and(functions.not(functions.col(BurstSend.AUTOMATIC))))
        .groupBy(functions.col(BurstSend.SENDER_ID))
        .as(Encoders.STRING(), Records.encoder(BurstSend.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, BurstSend, Burst>)
                (sender, sends) -> senders.of(sender, sends),
            Records.encoder(Burst.class));
  }
}
