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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * More texts than fit one task give what the same texts give in one task.
 *
 * <p>Starting Spark's jobs takes longer than clustering, so each trial has many small inputs at a
 * time, none of which shares a word with another: each must come out as if it were alone.
 */
@Tag("spark")
@ExtendWith(SparkTest.class)
class ShuffledClustersTest {

  private static final SignatureConfig SIGNATURE = SignatureConfig.defaults();
  private static final int INPUTS = 100;
  private static final int TRIALS = Boolean.getBoolean("uncanned.long") ? 60 : 2;
  private static final int ALL_LINKS = 20_000_000;

  @TempDir Path folder;

  @Test
  void givesTheRowsOfOneTaskForEveryInputAndPartitioning(SparkSession spark) {
    int joined = 0;
    int split = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      SplittableRandom random = new SplittableRandom(trial);
      ClusterConfig config = config(random, trial);
      List<DistinctText> texts = new ArrayList<>();
      List<ClusteredText> expected = new ArrayList<>();
      for (int input = 0; input < INPUTS; input++) {
        List<DistinctText> own = texts(random, "w" + input + "x");
        texts.addAll(own);
        List<ClusteredText> rows = inOneTask(config, own);
        expected.addAll(rows);
        int clusters = clusters(rows);
        joined += rows.size() - clusters;
        split += clusters - clusters(inOneTask(unguarded(config), own));
      }
      assertThat(shuffled(spark, config, texts, 1 + random.nextInt(9), "trial" + trial))
          .as("trial %s, %s", trial, config)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(joined).isGreaterThan(100 * TRIALS);
    assertThat(split).isGreaterThan(TRIALS);
  }

  @Test
  void givesNoRowsForNoTexts(SparkSession spark) {
    assertThat(shuffled(spark, config(new SplittableRandom(1), 1), List.of(), 2, "none")).isEmpty();
  }

  /** In every other trial components are found in rounds. */
  private static ClusterConfig config(SplittableRandom random, int trial) {
    double threshold = 0.3 + random.nextInt(5) / 10.0;
    double toOldest = threshold * (0.5 + random.nextInt(6) / 10.0);
    return new ClusterConfig(
        threshold,
        Math.min(threshold, toOldest),
        1 + random.nextInt(20),
        random.nextInt(9),
        0,
        trial % 2 == 0 ? 0 : ALL_LINKS);
  }

  private static ClusterConfig unguarded(ClusterConfig config) {
    return new ClusterConfig(
        config.threshold(), 0, config.guard_size(), config.min_tokens(), 0, ALL_LINKS);
  }

  private static int clusters(List<ClusteredText> rows) {
    return (int) rows.stream().map(ClusteredText::cluster_id).distinct().count();
  }

  private static List<ClusteredText> inOneTask(ClusterConfig config, List<DistinctText> texts) {
    List<ClusteredText> rows = new ArrayList<>();
    new ClusterKernel(SIGNATURE, config, 2).cluster(texts.iterator()).forEachRemaining(rows::add);
    return rows;
  }

  private List<ClusteredText> shuffled(
      SparkSession spark,
      ClusterConfig config,
      List<DistinctText> texts,
      int partitions,
      String name) {
    WorkTables work = new WorkTables(spark, folder.resolve(name), new StageTimes(stage -> {}));
    return new ShuffledClusters(SIGNATURE, config, work)
        .clusters(
            spark.createDataset(texts, Records.encoder(DistinctText.class)).repartition(partitions))
        .collectAsList();
  }

  /** Families, chains of drifting texts, texts alone, texts too short; ages with ties. */
  private static List<DistinctText> texts(SplittableRandom random, String prefix) {
    int vocabulary = 20 << random.nextInt(8);
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    for (int family = random.nextInt(4); family > 0; family--) {
      String[] template = words(random, prefix, vocabulary, 8 + random.nextInt(40));
      for (int member = random.nextInt(12); member >= 0; member--) {
        double rate = random.nextDouble() * 0.3;
        add(texts, edited(random, prefix, vocabulary, template, rate), random);
      }
    }
    String[] link = words(random, prefix, vocabulary, 20 + random.nextInt(40));
    for (int i = random.nextInt(25); i > 0; i--) {
      add(texts, link, random);
      link = edited(random, prefix, vocabulary, link, 0.1);
    }
    for (int alone = random.nextInt(5); alone > 0; alone--) {
      add(texts, words(random, prefix, vocabulary, 1 + random.nextInt(20)), random);
    }
    return new ArrayList<>(texts.values());
  }

  private static void add(
      Map<String, DistinctText> texts, String[] words, SplittableRandom random) {
    String masked = String.join(" ", words);
    texts.put(
        masked,
        new DistinctText(ContentHash.of(masked), masked, random.nextInt(5), 1 + random.nextInt(4)));
  }

  private static String[] words(SplittableRandom random, String prefix, int vocabulary, int n) {
    String[] words = new String[n];
    for (int i = 0; i < n; i++) {
      words[i] = prefix + random.nextInt(vocabulary);
    }
    return words;
  }

  private static String[] edited(
      SplittableRandom random, String prefix, int vocabulary, String[] words, double rate) {
    String[] edited = words.clone();
    for (int i = 0; i < edited.length; i++) {
      edited[i] = random.nextDouble() < rate ? prefix + random.nextInt(vocabulary) : edited[i];
    }
    return edited;
  }
}
