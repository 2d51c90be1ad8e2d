package dev.uncanned.mart;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Lays out the texts for the restricted folder. */
public final class MessageTextsStage {

  private final RunStamp stamp;
  private final Instant oldest;

  /**
   * @param oldest texts sent before, and undated ones, are left out; null for no limit
   */
  public MessageTextsStage(RunStamp stamp, Instant oldest) {
    this.stamp = stamp;
    this.oldest = oldest;
  }

  /** One row for each message whose text is kept. */
  public Dataset<MessageTextRow> apply(Dataset<TextDocument> documents) {
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(MessageTextRow.BODY_CLEAN, functions.col(TextDocument.TEXT));
    columns.put(MessageTextRow.BODY_MASKED, functions.col(TextDocument.MASKED));
    Column sent = functions.col(TextDocument.HEADER).getField(MessageHeader.SENT_AT);
    Dataset<TextDocument> kept =
        oldest == null ? documents : documents.where(sent.geq(functions.lit(oldest)));
    return Records.project(kept, MessageTextRow.class, columns);
  }
}
