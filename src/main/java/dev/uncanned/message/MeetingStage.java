package dev.uncanned.message;

import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the occurrences of earlier runs that new ones may be copies of.
 *
 * <p>Of the earlier ones only words and minute are compared, so most of their columns are not read.
 */
public final class MeetingStage {

  /** All new occurrences, and the old ones of the same words and minute as a new one. */
  public Dataset<CopySource> apply(Dataset<RawMessage> fresh, Dataset<RawMessage> old) {
    Dataset<CopySource> added = Records.project(fresh, CopySource.class);
    Dataset<Row> met =
        Records.project(old, CopySource.class)
            .withColumn(AlikeKey.TEXT_KEY, CopyStage.textKey())
            .withColumn(AlikeKey.MINUTE, CopyStage.minute())
            .join(
                added.select(CopyStage.textKey(), CopyStage.minute()),
                new String[] {AlikeKey.TEXT_KEY, AlikeKey.MINUTE},
                "left_semi");
    return added.union(Records.project(met, CopySource.class));
  }
}
