package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Sorts the distinct texts of a run into the clusters of all runs so far, and writes down what the
 * next run has to know.
 *
 * <p>One task reads all texts and clusters them with all cores of its machine. At an estimated 1 kB
 * per text of 100 words, 5 million texts should fit 8 GB of memory. For more there are {@link
 * BandStage} and the stages after it, which remember nothing.
 */
public final class NightStage {

  private final RememberedClusters clusters;

  /** A stage that clusters by some rules. */
  public NightStage(StateRules rules, ClusterMemory memory) {
    this.clusters = new RememberedClusters(rules, memory);
  }

  /** One row per text, from the oldest to the youngest. */
  public Dataset<ClusteredText> apply(Dataset<DistinctText> texts) {
    RememberedClusters remembered = clusters;
    return texts
        .coalesce(1)
        .mapPartitions(
            (MapPartitionsFunction<DistinctText, ClusteredText>) all -> cluster(remembered, all),
            Records.encoder(ClusteredText.class));
  }

  private static Iterator<ClusteredText> cluster(
      RememberedClusters clusters, Iterator<DistinctText> texts) throws IOException {
    return clusters.cluster(texts, Runtime.getRuntime().availableProcessors());
  }
}
