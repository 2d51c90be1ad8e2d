package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterKernel;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More texts than fit one task give what the same texts give in one task. */
@Tag("spark")
@ExtendWith(SparkTest.class)
class ShuffledClustersTest {

  private static final SignatureConfig SIGNATURE = SignatureConfig.defaults();

  @TempDir Path folder;

  /** Seed, partitions of the input, links that may be joined in one task. */
  @ParameterizedTest
  @CsvSource({"1, 1, 20000000", "2, 7, 20000000", "3, 4, 0"})
  void givesTheRowsOfOneTask(long seed, int partitions, int linksInOneTask, SparkSession spark) {
    ClusterConfig config = new ClusterConfig(0.5, 0.35, 20, 8, 0, linksInOneTask);
    List<DistinctText> texts = texts(new SplittableRandom(seed));
    List<ClusteredText> expected = new ArrayList<>();
    new ClusterKernel(SIGNATURE, config, 2)
        .cluster(texts.iterator())
        .forEachRemaining(expected::add);
    assertThat(expected.stream().map(ClusteredText::cluster_id).distinct().count())
        .isBetween(10L, texts.size() / 2L);
    WorkTables work = new WorkTables(spark, folder, new StageTimes(stage -> {}));
    List<ClusteredText> found =
        new ShuffledClusters(SIGNATURE, config, work)
            .clusters(
                spark
                    .createDataset(texts, Records.encoder(DistinctText.class))
                    .repartition(partitions))
            .collectAsList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Families of many sizes, a chain of drifting texts, texts alone and texts too short. */
  private static List<DistinctText> texts(SplittableRandom random) {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    for (int family = 0; family < 12; family++) {
      String[] template = words(random, 20 + random.nextInt(60));
      for (int member = random.nextInt(30); member >= 0; member--) {
        add(texts, edited(random, template, random.nextDouble() * 0.2), random);
      }
    }
    String[] link = words(random, 80);
    for (int i = 0; i < 50; i++) {
      add(texts, link, random);
      link = edited(random, link, 0.08);
    }
    for (int alone = 0; alone < 20; alone++) {
      add(texts, words(random, 3 + random.nextInt(40)), random);
    }
    return new ArrayList<>(texts.values());
  }

  private static void add(
      Map<String, DistinctText> texts, String[] words, SplittableRandom random) {
    String masked = String.join(" ", words);
    texts.put(
        masked,
        new DistinctText(
            ContentHash.of(masked), masked, random.nextInt(50), 1 + random.nextInt(4)));
  }

  private static String[] words(SplittableRandom random, int n) {
    String[] words = new String[n];
    for (int i = 0; i < n; i++) {
      words[i] = "w" + random.nextInt(3000);
    }
    return words;
  }

  private static String[] edited(SplittableRandom random, String[] words, double rate) {
    String[] edited = words.clone();
    for (int i = 0; i < edited.length; i++) {
      edited[i] = random.nextDouble() < rate ? "w" + random.nextInt(3000) : edited[i];
    }
    return edited;
  }
}
