package dev.uncanned.message;

import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Joins the copies of each message and resolves people: raw messages in, messages out. */
public final class MessageStage {

  private final MessageNormalizer normalizer;

  public MessageStage(MessageNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * One message for all occurrences of it, whatever archives and folders they stand in.
   *
   * @param copies the occurrences that another one stands for, see {@link CopyStage}
   */
  public Dataset<Message> apply(Dataset<RawMessage> raw, Dataset<DroppedCopy> copies) {
    return raw.join(copies, Records.names(DroppedCopy.class), "left_anti")
        .as(Records.encoder(RawMessage.class))
        .map(
            (MapFunction<RawMessage, Message>) normalizer::message, Records.encoder(Message.class));
  }
}
