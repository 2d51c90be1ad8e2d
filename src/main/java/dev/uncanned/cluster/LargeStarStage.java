package dev.uncanned.cluster;

import static org.apache.spark.sql.functions.col;

import dev.uncanned.table.Records;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Links the younger neighbours of each text to its oldest: half a round of finding components.
 *
 * <p>See {@link StarLinks}; nothing is collected, the links of a text are a sorted run.
 */
public final class LargeStarStage {

  /** Links that connect the same texts, from the younger text to the older. */
  public Dataset<TextLink> apply(Dataset<TextLink> links) {
    return turnedToo(links)
        .repartition(col(TextLink.TEXT_HIGH), col(TextLink.TEXT_LOW))
        .sortWithinPartitions(
            col(TextLink.TEXT_HIGH),
            col(TextLink.TEXT_LOW),
            col(TextLink.OTHER_SEEN),
            col(TextLink.OTHER_HIGH),
            col(TextLink.OTHER_LOW))
        .mapPartitions(
            (MapPartitionsFunction<TextLink, TextLink>) StarLinks::large,
            Records.encoder(TextLink.class));
  }

  private static Dataset<TextLink> turnedToo(Dataset<TextLink> links) {
    return links.flatMap(
        (FlatMapFunction<TextLink, TextLink>) link -> List.of(link, link.turned()).iterator(),
        Records.encoder(TextLink.class));
  }
}
