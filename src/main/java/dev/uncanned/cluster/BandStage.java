package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/** Cuts texts into band rows: the first step where the texts are too many for one task. */
public final class BandStage {

  private final SignatureConfig signature;
  private final ClusterConfig config;

  public BandStage(SignatureConfig signature, ClusterConfig config) {
    this.signature = signature;
    this.config = config;
  }

  /** One row per text and band; none for texts too short to be compared. */
  public Dataset<BandRow> apply(Dataset<DistinctText> texts) {
    SignatureConfig sketching = signature;
    int minTokens = config.min_tokens();
    return texts.mapPartitions(
        (MapPartitionsFunction<DistinctText, BandRow>)
            part -> new TextSketcher(sketching, minTokens).bands(part),
        Records.encoder(BandRow.class));
  }
}
