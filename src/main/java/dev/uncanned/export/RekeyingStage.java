package dev.uncanned.export;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Gives the published deliveries new ids, shifted days and sizes in bins. */
public final class RekeyingStage {

  private static final String LEFT = "left_outer";

  private final MessageRekeying messages;

  /**
   * @param secret the pseudonym key
   * @param label the release: another one gives other ids and other days
   */
  public RekeyingStage(ExportConfig config, byte[] secret, String label) {
    FreshIds ids = new FreshIds(secret, label);
    this.messages = new MessageRekeying(ids, new DayShift(ids, config.jitter_days()));
  }

  /** The rows, to be written before they are read, as their numbers are given out in passing. */
  public Dataset<NumberedMessage> apply(Dataset<MessageRow> sent, Dataset<MessageScoreRow> scores) {
    return Records.project(
        fresh(sent, scores),
        NumberedMessage.class,
        Map.of(NumberedMessage.NUMBER, functions.monotonically_increasing_id()));
  }

  private Dataset<FreshMessage> fresh(Dataset<MessageRow> sent, Dataset<MessageScoreRow> scores) {
    MessageRekeying rekeying = messages;
    Dataset<ThreadAccount> accounts = accounts(sent);
    Dataset<Tuple2<MessageRow, MessageScoreRow>> scored =
        sent.joinWith(
            scores,
            sent.col(MessageRow.MESSAGE_ID)
                .equalTo(scores.col(MessageRow.MESSAGE_ID))
                .and(
                    sent.col(MessageRow.RECIPIENT_ID)
                        .eqNullSafe(scores.col(MessageRow.RECIPIENT_ID))));
    return scored
        .joinWith(
            accounts,
            scored
                .col(scored.columns()[0])
                .getField(ThreadAccount.THREAD_ID)
                .equalTo(accounts.col(ThreadAccount.THREAD_ID)),
            LEFT)
        .map(
            (MapFunction<Tuple2<Tuple2<MessageRow, MessageScoreRow>, ThreadAccount>, FreshMessage>)
                row ->
                    rekeying.row(
                        row._1()._1(),
                        row._2() == null ? null : row._2().account_id(),
                        row._1()._2()),
            Records.encoder(FreshMessage.class));
  }

  /** One account for each conversation, so that all its rows are shifted alike. */
  private static Dataset<ThreadAccount> accounts(Dataset<MessageRow> sent) {
    Column account =
        functions
            .when(
                functions.col(ExportedMessage.DIRECTION).equalTo(Label.of(Direction.INBOUND)),
                functions.col(ExportedMessage.RECIPIENT_ID))
            .otherwise(functions.col(ExportedMessage.SENDER_ID));
    Column thread = functions.col(ThreadAccount.THREAD_ID);
    return sent.where(thread.isNotNull())
        .groupBy(thread)
        .agg(functions.min(account).as(ThreadAccount.ACCOUNT_ID))
        .as(Records.encoder(ThreadAccount.class));
  }
}
