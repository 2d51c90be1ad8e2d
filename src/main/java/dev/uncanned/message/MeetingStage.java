package dev.uncanned.message;

import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Finds the occurrences of earlier runs that new ones may be copies of.
 *
 * <p>Of the earlier ones only text and minute are compared, so most of their columns are not read.
 */
public final class MeetingStage {

  /** All new occurrences, and the old ones of the same text and minute as a new one. */
  public Dataset<CopySource> apply(Dataset<RawMessage> fresh, Dataset<RawMessage> old) {
    Dataset<CopySource> added = Records.project(fresh, CopySource.class);
    Dataset<CopySource> met =
        Records.project(old, CopySource.class)
            .withColumn(AlikeKey.MINUTE, CopyStage.minute())
            .join(
                added.select(functions.col(CopySource.BODY_HASH), CopyStage.minute()),
                new String[] {AlikeKey.BODY_HASH, AlikeKey.MINUTE},
                "left_semi")
            .as(Records.encoder(CopySource.class));
    return added.union(Records.project(met, CopySource.class));
  }
}
