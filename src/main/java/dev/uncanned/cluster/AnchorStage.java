package dev.uncanned.cluster;

import static org.apache.spark.sql.functions.col;

import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Proposes pairs of a text and the anchors of its buckets, where the pairs of {@link
 * CandidateStage} have not connected the two.
 */
public final class AnchorStage {

  private final SignatureConfig signature;
  private final ClusterConfig config;

  public AnchorStage(SignatureConfig signature, ClusterConfig config) {
    this.signature = signature;
    this.config = config;
  }

  /** Each pair once, from the younger text to the older. */
  public Dataset<TextLink> apply(Dataset<SizedText> texts) {
    SignatureConfig sketching = signature;
    int minTokens = config.min_tokens();
    return texts
        .mapPartitions(
            (MapPartitionsFunction<SizedText, AnchorRow>)
                part -> new TextSketcher(sketching, minTokens).anchorRows(part),
            Records.encoder(AnchorRow.class))
        .repartition(col(AnchorRow.BAND_KEY))
        .sortWithinPartitions(
            col(AnchorRow.BAND_KEY),
            col(AnchorRow.TEXT_SEEN),
            col(AnchorRow.TEXT_HIGH),
            col(AnchorRow.TEXT_LOW))
        .mapPartitions(
            (MapPartitionsFunction<AnchorRow, TextLink>) BucketAnchors::of,
            Records.encoder(TextLink.class))
        .distinct();
  }
}
