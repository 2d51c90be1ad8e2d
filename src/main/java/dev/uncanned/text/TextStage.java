package dev.uncanned.text;

import dev.uncanned.message.Message;
import dev.uncanned.table.Records;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/** Cleans and masks the text of every message: messages in, text documents out, one for one. */
public final class TextStage {

  private final TextCleaner cleaner;

  public TextStage(TextConfig config) {
    this.cleaner = new TextCleaner(config);
  }

  /** One document for each message. */
  public Dataset<TextDocument> apply(Dataset<Message> messages) {
    TextCleaner shared = cleaner;
    return messages.mapPartitions(
        (MapPartitionsFunction<Message, TextDocument>)
            rows -> new Documents(shared.separate(), rows),
        Records.encoder(TextDocument.class));
  }

  private record Documents(TextCleaner cleaner, Iterator<Message> messages)
      implements Iterator<TextDocument> {

    @Override
    public boolean hasNext() {
      return messages.hasNext();
    }

    @Override
    public TextDocument next() {
      return cleaner.clean(messages.next());
    }
  }
}
