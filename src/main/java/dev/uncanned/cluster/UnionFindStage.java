package dev.uncanned.cluster;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/** Finds all components in one task, where the links fit its memory. */
public final class UnionFindStage {

  /** Each linked text but the oldest of a component, linked to the oldest. */
  public Dataset<TextLink> apply(Dataset<TextLink> links) {
    return links
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<TextLink, TextLink>) LinkedTexts::stars,
            Records.encoder(TextLink.class));
  }
}
