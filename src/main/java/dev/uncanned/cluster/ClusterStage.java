package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Sorts distinct texts into clusters of near-duplicates.
 *
 * <p>All texts go to one task, which clusters them with all cores of its machine. At an estimated 1
 * kB per text of 100 words, 5 million texts should fit 8 GB of memory. For more there are {@link
 * BandStage} and the stages after it.
 */
public final class ClusterStage {

  private final SignatureConfig signature;
  private final ClusterConfig config;

  public ClusterStage(SignatureConfig signature, ClusterConfig config) {
    this.signature = signature;
    this.config = config;
  }

  /** One row per text, from the oldest to the youngest. */
  public Dataset<ClusteredText> apply(Dataset<DistinctText> texts) {
    SignatureConfig sketching = signature;
    ClusterConfig clustering = config;
    return texts
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<DistinctText, ClusteredText>)
                all -> cluster(all, sketching, clustering),
            Records.encoder(ClusteredText.class));
  }

  private static Iterator<ClusteredText> cluster(
      Iterator<DistinctText> texts, SignatureConfig signature, ClusterConfig config) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new ClusterKernel(signature, config, threads).cluster(texts);
  }
}
