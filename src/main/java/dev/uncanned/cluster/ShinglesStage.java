package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/** Cuts texts into the sets by which they are compared. */
public final class ShinglesStage {

  private final SignatureConfig signature;
  private final ClusterConfig config;

  public ShinglesStage(SignatureConfig signature, ClusterConfig config) {
    this.signature = signature;
    this.config = config;
  }

  /** One row per text that is long enough to be compared. */
  public Dataset<TextShingles> apply(Dataset<DistinctText> texts) {
    SignatureConfig cutting = signature;
    int minTokens = config.min_tokens();
    return texts.mapPartitions(
        (MapPartitionsFunction<DistinctText, TextShingles>)
            part -> new TextSketcher(cutting, minTokens).shingles(part),
        Records.encoder(TextShingles.class));
  }
}
