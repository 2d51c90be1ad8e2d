package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ClusterStageTest {

  @Test
  void givesWhatTheKernelGivesHoweverTheInputIsPartitioned(SparkSession spark) {
    List<DistinctText> texts = TextSamples.families(5, 5, 10, 30);
    SignatureConfig signature = SignatureConfig.defaults();
    ClusterConfig config = ClusterConfig.defaults();
    List<ClusteredText> expected = new ArrayList<>();
    new ClusterKernel(signature, config, 1)
        .cluster(texts.iterator())
        .forEachRemaining(expected::add);
    Dataset<DistinctText> input =
        spark.createDataset(texts, Records.encoder(DistinctText.class)).repartition(4);
    assertThat(new ClusterStage(signature, config).apply(input).collectAsList())
        .isEqualTo(expected);
  }
}
