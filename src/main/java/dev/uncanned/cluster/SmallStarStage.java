package dev.uncanned.cluster;

import static org.apache.spark.sql.functions.col;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Links each text and its older neighbours to the oldest of them: the other half of a round.
 *
 * <p>See {@link StarLinks}; nothing is collected, the links of a text are a sorted run.
 */
public final class SmallStarStage {

  /** Links that connect the same texts, from the younger text to the older. */
  public Dataset<TextLink> apply(Dataset<TextLink> links) {
    return links
        .repartition(col(TextLink.TEXT_HIGH), col(TextLink.TEXT_LOW))
        .sortWithinPartitions(
            col(TextLink.TEXT_HIGH),
            col(TextLink.TEXT_LOW),
            col(TextLink.OTHER_SEEN),
            col(TextLink.OTHER_HIGH),
            col(TextLink.OTHER_LOW))
        .mapPartitions(
            (MapPartitionsFunction<TextLink, TextLink>) StarLinks::small,
            Records.encoder(TextLink.class))
        .distinct();
  }
}
