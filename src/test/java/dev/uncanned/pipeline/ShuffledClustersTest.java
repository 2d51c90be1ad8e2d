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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
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
  private static final int TRIALS = Boolean.getBoolean("uncanned.long") ? 60 : 4;
  private static final int ALL_LINKS = 20_000_000;

  @TempDir Path folder;

  @Test
  void givesTheRowsOfOneTaskForEveryInputAndPartitioning(SparkSession spark) throws IOException {
    int joined = 0;
    int split = 0;
    int apart = 0;
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
      SparkSession session = SparkTest.partitioned(spark, random);
      String name = "trial" + trial;
      assertThat(shuffled(session, config, texts, 1 + random.nextInt(9), name))
          .as("trial %s, %s, %s partitions", trial, config, partitions(session))
          .containsExactlyInAnyOrderElementsOf(expected);
      apart += areApart(name) ? 1 : 0;
    }
    assertThat(joined).isGreaterThan(100 * TRIALS);
    assertThat(split).isGreaterThan(TRIALS);
    assertThat(apart).as("rounds over several partitions").isGreaterThan(TRIALS / 4);
  }

  private static String partitions(SparkSession session) {
    return session.conf().get("spark.sql.shuffle.partitions");
  }

  /** Whether the first round of finding components had links in several partitions. */
  private boolean areApart(String name) throws IOException {
    Path round = folder.resolve(name).resolve("cluster-large-1");
    if (Files.notExists(round)) {
      return false;
    }
    try (Stream<Path> files = Files.list(round)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count() > 1;
    }
  }

  @Test
  void givesNoRowsForNoTexts(SparkSession spark) {
    assertThat(shuffled(spark, config(new SplittableRandom(1), 1), List.of(), 2, "none")).isEmpty();
  }

  /**
   * Spark tells what each job sends to the driver. Joins send nothing here: how much they may send
   * is bounded by a setting.
   */
  @Test
  void sendsTheDriverNoMoreOfMoreTexts(SparkSession spark) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    ClusterConfig inRounds = new ClusterConfig(0.5, 0.35, 20, 8, 0, 0);
    List<Long> clustering = new ArrayList<>();
    List<Long> collecting = new ArrayList<>();
    for (int size : new int[] {500, 2000}) {
      Dataset<DistinctText> texts = written(session, size);
      ShuffledClusters shuffle =
          new ShuffledClusters(SIGNATURE, inRounds, work(session, "clusters" + size));
      DriverResults jobs = new DriverResults();
      Dataset<ClusteredText> clusters = jobs.of(session, () -> shuffle.clusters(texts));
      clustering.add(jobs.largest());
      DriverResults rows = new DriverResults();
      assertThat(rows.of(session, clusters::collectAsList)).hasSize(size);
      collecting.add(rows.largest());
    }
    assertThat(collecting.get(1)).as("rows are seen").isGreaterThan(3 * collecting.get(0));
    assertThat(clustering.get(0)).isLessThan(collecting.get(0) / 2);
    assertThat(clustering.get(1)).isLessThan(clustering.get(0) * 11 / 10);
  }

  private Dataset<DistinctText> written(SparkSession session, int size) {
    SplittableRandom random = new SplittableRandom(size);
    List<DistinctText> texts = new ArrayList<>();
    for (int input = 0; texts.size() < size; input++) {
      texts.addAll(texts(random, "w" + input + "x"));
    }
    List<DistinctText> exactly = texts.subList(0, size);
    return work(session, "texts" + size)
        .table(
            "texts",
            DistinctText.class,
            () ->
                session.createDataset(exactly, Records.encoder(DistinctText.class)).repartition(3));
  }

  private WorkTables work(SparkSession session, String name) {
    return new WorkTables(session, folder.resolve(name), new StageTimes(stage -> {}));
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
    return new ShuffledClusters(SIGNATURE, config, work(spark, name))
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
