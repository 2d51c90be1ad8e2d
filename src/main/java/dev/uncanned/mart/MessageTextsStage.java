package dev.uncanned.mart;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out the texts for the restricted folder. */
public final class MessageTextsStage {

  private final RunStamp stamp;

  public MessageTextsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message. */
  public Dataset<MessageTextRow> apply(Dataset<TextDocument> documents) {
    RunStamp run = stamp;
    return documents.map(
        (MapFunction<TextDocument, MessageTextRow>)
            document ->
                new MessageTextRow(
                    document.header().message_id(),
                    document.subject(),
                    document.text(),
                    document.masked(),
                    run.run_id(),
                    run.metric_version(),
                    run.key_id()),
        Records.encoder(MessageTextRow.class));
  }
}
