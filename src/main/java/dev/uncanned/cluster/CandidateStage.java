package dev.uncanned.cluster;

import static org.apache.spark.sql.functions.col;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Proposes pairs of texts that may be similar, from buckets of any size: rows are sorted, never
 * collected.
 */
public final class CandidateStage {

  /** Each pair once, from the younger text to the older. */
  public Dataset<TextLink> apply(Dataset<BandRow> bands) {
    return bands
        .repartition(col(BandRow.BAND_KEY))
        .sortWithinPartitions(
            col(BandRow.BAND_KEY),
            col(BandRow.TEXT_SEEN),
            col(BandRow.TEXT_HIGH),
            col(BandRow.TEXT_LOW))
        .mapPartitions(
            (MapPartitionsFunction<BandRow, TextLink>) BucketLinks::of,
            Records.encoder(TextLink.class))
        .distinct();
  }
}
