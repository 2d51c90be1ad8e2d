package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class NightStageTest {

  @Test
  void givesWhatOneTaskGivesHoweverTheInputIsPartitioned(SparkSession spark, @TempDir Path folder)
      throws Exception {
    List<DistinctText> texts = TextSamples.families(5, 5, 10, 30);
    StateRules rules = new StateRules("test", SignatureConfig.defaults(), ClusterConfig.defaults());
    List<ClusteredText> expected = new ArrayList<>();
    new RememberedClusters(rules, ClusterMemory.none(folder.resolve("one")))
        .cluster(texts.iterator(), 1)
        .forEachRemaining(expected::add);
    ClusterMemory memory = ClusterMemory.none(folder.resolve("other"));
    Dataset<DistinctText> input =
        spark.createDataset(texts, Records.encoder(DistinctText.class)).repartition(4);
    assertThat(new NightStage(rules, memory).apply(input).collectAsList()).isEqualTo(expected);
    assertThat(memory.live()).hasSize(1);
  }
}
