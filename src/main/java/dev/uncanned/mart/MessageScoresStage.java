package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Lays out the scores of each delivery. */
public final class MessageScoresStage {

  private final RunStamp stamp;

  public MessageScoresStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message and recipient. */
  public Dataset<MessageScoreRow> apply(Dataset<MessageScore> scores) {
    StructType schema = Records.schema(MessageScoreRow.class);
    Map<String, Column> columns = Records.literals(stamp);
    for (String missing : MessageScoreRow.NOT_COMPUTED) {
      columns.put(missing, functions.lit(null).cast(schema.apply(missing).dataType()));
    }
    columns.put(
        MessageScoreRow.DEFECTS,
        functions.transform(functions.col(MessageScore.DEFECTS), MessageScoresStage::span));
    return Records.project(scores, MessageScoreRow.class, columns);
  }

  private static Column span(Column defect) {
    return functions.struct(
        functions.lower(defect.getField(DefectSpan.TYPE)).as(DefectSpan.TYPE),
        functions.lower(defect.getField(DefectSpan.SEVERITY)).as(DefectSpan.SEVERITY),
        defect.getField(DefectSpan.START).as(DefectSpan.START),
        defect.getField(DefectSpan.END).as(DefectSpan.END));
  }
}
