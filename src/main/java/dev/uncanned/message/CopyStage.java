package dev.uncanned.message;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the occurrences of messages that are copies of another occurrence.
 *
 * <p>Copies have the words of one text and one minute of sending. Only the few messages that share
 * both with another one are looked at closely.
 */
public final class CopyStage {

  private static final int SECONDS_A_MINUTE = 60;

  private final MessageNormalizer normalizer;

  public CopyStage(MessageNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * The occurrences that another one stands for.
   *
   * @param occurrences with each also all others of the same words and minute
   */
  public Dataset<DroppedCopy> apply(Dataset<CopySource> occurrences) {
    return alike(occurrences)
        .map(
            (MapFunction<CopySource, CopyClaim>) normalizer::claim,
            Records.packedEncoder(CopyClaim.class))
        .groupByKey((MapFunction<CopyClaim, String>) CopyClaim::group, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CopyClaim, DroppedCopy>) Copies::dropped,
            Records.encoder(DroppedCopy.class));
  }

  /** The occurrences that have words and minute in common with another one. */
  private static Dataset<CopySource> alike(Dataset<CopySource> all) {
    Column[] key = {textKey(), minute()};
    Dataset<AlikeKey> several =
        all.select(key)
            .groupBy(AlikeKey.TEXT_KEY, AlikeKey.MINUTE)
            .agg(functions.count(functions.lit(1)).as(AlikeKey.OCCURRENCES))
            .where(functions.col(AlikeKey.OCCURRENCES).gt(1))
            .as(Records.encoder(AlikeKey.class));
    Dataset<Row> keyed =
        all.withColumn(AlikeKey.TEXT_KEY, textKey()).withColumn(AlikeKey.MINUTE, minute());
    return Records.project(
        keyed.join(several, new String[] {AlikeKey.TEXT_KEY, AlikeKey.MINUTE}, "left_semi"),
        CopySource.class);
  }

  /** The same as {@link CopySource#textKey}. */
  static Column textKey() {
    return functions
        .coalesce(functions.col(CopySource.WORDS_HASH), functions.col(CopySource.BODY_HASH))
        .as(AlikeKey.TEXT_KEY);
  }

  /** Minutes since 1970; undated messages have one of their own. */
  static Column minute() {
    Column seconds = functions.unix_seconds(functions.col(CopySource.SENT_AT));
    Column undated = functions.lit(Long.MIN_VALUE);
    return functions
        .coalesce(functions.floor(seconds.divide(functions.lit(SECONDS_A_MINUTE))), undated)
        .as(AlikeKey.MINUTE);
  }
}
