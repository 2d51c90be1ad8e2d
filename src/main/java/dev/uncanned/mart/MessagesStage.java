package dev.uncanned.mart;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Lays out what is known of each delivery besides its scores. */
public final class MessagesStage {

  private final RunStamp stamp;

  public MessagesStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message and recipient. */
  public Dataset<MessageRow> apply(Dataset<MessageScore> scores) {
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(
        MessageRow.IS_AUTO, functions.col(MessageScore.HEADER).getField(MessageHeader.AUTOMATIC));
    return Records.project(scores, MessageRow.class, columns);
  }
}
