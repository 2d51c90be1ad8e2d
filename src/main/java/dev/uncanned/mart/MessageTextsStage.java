package dev.uncanned.mart;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Lays out the texts for the restricted folder. */
public final class MessageTextsStage {

  private final RunStamp stamp;

  public MessageTextsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message. */
  public Dataset<MessageTextRow> apply(Dataset<TextDocument> documents) {
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(MessageTextRow.BODY_CLEAN, functions.col(TextDocument.TEXT));
    columns.put(MessageTextRow.BODY_MASKED, functions.col(TextDocument.MASKED));
    return Records.project(documents, MessageTextRow.class, columns);
  }
}
