package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class VerifiedLinkStageTest {

  private static final int TRIALS = Boolean.getBoolean("uncanned.long") ? 100 : 3;

  @Test
  void linksTheSimilarPairsOfTheKernelForEveryPartitioning(SparkSession spark) {
    int pairs = 0;
    int anchors = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      SplittableRandom random = new SplittableRandom(trial);
      SignatureConfig signature =
          new SignatureConfig(1 + random.nextInt(2), 1 + random.nextInt(12), 1, trial);
      ClusterConfig config =
          new ClusterConfig(0.1 + random.nextInt(6) / 10.0, 0, 1, random.nextInt(6), 0, 0);
      List<DistinctText> texts = KernelPairs.texts(random, 1000);
      KernelPairs expected =
          KernelPairs.of(texts, signature, config.min_tokens(), config.threshold());
      SparkSession session = SparkTest.partitioned(spark, random);
      Dataset<DistinctText> rows =
          session.createDataset(texts, Records.encoder(DistinctText.class)).repartition();
      Dataset<TextShingles> shingles = new ShinglesStage(signature, config).apply(rows);
      Dataset<TextLink> candidates =
          new CandidateStage().apply(new BandStage(signature, config).apply(rows));
      assertThat(once(new VerifiedLinkStage(config).apply(candidates, shingles)))
          .as("trial %s, %s, %s", trial, signature, config)
          .isEqualTo(expected.first());
      Dataset<SizedText> sized =
          session.createDataset(
              texts.stream().map(KernelPairs::sized).toList(), Records.encoder(SizedText.class));
      Dataset<TextLink> mixed = new AnchorStage(signature, config).apply(sized.repartition());
      assertThat(once(new VerifiedLinkStage(config).apply(mixed, shingles)))
          .as("anchors of trial %s, %s, %s", trial, signature, config)
          .isEqualTo(expected.anchors());
      pairs += expected.first().size();
      anchors += expected.anchors().size();
    }
    assertThat(pairs).isGreaterThan(100 * TRIALS);
    assertThat(anchors).isGreaterThan(100 * TRIALS);
  }

  /** The links, of which none may be there twice. */
  private static Set<TextLink> once(Dataset<TextLink> links) {
    List<TextLink> all = links.collectAsList();
    Set<TextLink> once = new HashSet<>(all);
    assertThat(all).hasSameSizeAs(once);
    return once;
  }
}
