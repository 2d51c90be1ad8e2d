package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * Says of each message what it would say as an answer; no text travels.
 *
 * <p>Whether it is one, {@link ReplyCreditStage} decides.
 */
public final class ReplyClassStage {

  private final ReplyRules rules = new ReplyRules();

  /** One row per message whose phrases are sure. */
  public Dataset<ClassedReply> apply(Dataset<TextDocument> documents) {
    ReplyRules phrases = rules;
    return Records.project(documents, ReplyText.class)
        .map(
            (MapFunction<ReplyText, ClassedReply>) text -> ClassedReply.of(text, phrases),
            Records.encoder(ClassedReply.class))
        .filter((FilterFunction<ClassedReply>) ClassedReply::isSure);
  }
}
