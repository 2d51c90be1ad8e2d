package dev.uncanned.message;

import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Joins the copies of each message and resolves people: raw messages in, messages out. */
public final class MessageStage {

  private final MessageNormalizer normalizer;

  public MessageStage(MessageNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  /** One message for all occurrences of it, whatever archives and folders they stand in. */
  public Dataset<Message> apply(Dataset<RawMessage> raw) {
    Dataset<DroppedCopy> copies = copies(raw);
    return raw.join(copies, Records.names(DroppedCopy.class), "left_anti")
        .as(Records.encoder(RawMessage.class))
        .map(
            (MapFunction<RawMessage, Message>) normalizer::message, Records.encoder(Message.class));
  }

  private Dataset<DroppedCopy> copies(Dataset<RawMessage> raw) {
    return Records.project(raw, CopySource.class)
        .map(
            (MapFunction<CopySource, CopyClaim>) normalizer::claim,
            Records.encoder(CopyClaim.class))
        .groupByKey((MapFunction<CopyClaim, String>) CopyClaim::group, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CopyClaim, DroppedCopy>) Copies::dropped,
            Records.encoder(DroppedCopy.class));
  }
}
