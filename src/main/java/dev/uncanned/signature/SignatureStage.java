package dev.uncanned.signature;

import static org.apache.spark.sql.functions.col;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;

/**
 * Turns documents into distinct texts: one row per fingerprint, however many messages carry it.
 *
 * <p>Documents without a fingerprint (empty texts) are left out. Three columns are selected by name
 * rather than whole documents mapped, so that Parquet does not read the others.
 */
public final class SignatureStage {

  /** One row per text, in no particular order. */
  public Dataset<DistinctText> apply(Dataset<TextDocument> documents) {
    Encoder<DistinctText> distinct = Records.encoder(DistinctText.class);
    return documents
        .select(
            col(TextDocument.FINGERPRINT),
            col(TextDocument.MASKED),
            col(TextDocument.HEADER + "." + MessageHeader.SENT_AT))
        .where(col(TextDocument.FINGERPRINT).isNotNull())
        .as(Records.encoder(TextOccurrence.class))
        .mapPartitions(
            (MapPartitionsFunction<TextOccurrence, DistinctText>) ExactCollapse::within,
            Records.packedEncoder(DistinctText.class))
        .groupByKey(
            (MapFunction<DistinctText, String>) DistinctText::fingerprint, Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, DistinctText, DistinctText>)
                (fingerprint, rows) -> ExactCollapse.mergeAll(rows),
            distinct);
  }
}
