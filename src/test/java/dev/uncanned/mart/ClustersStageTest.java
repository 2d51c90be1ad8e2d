package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.SparkTest;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterKernel;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.score.Audience;
import dev.uncanned.score.LinkedSend;
import dev.uncanned.score.MessageScore;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How tight a template is, from its texts to the published columns.
 *
 * <p>A text is twenty neighbouring words of an endless row, so it has nineteen shingles, and a text
 * that begins so many words later shares all but so many of them.
 */
@Tag("spark")
@ExtendWith(SparkTest.class)
class ClustersStageTest {

  private static final int WORDS = 20;
  private static final int SHINGLES = WORDS - 1;

  @Test
  void aChainHangsByEachOfItsPairs(SparkSession spark) {
    List<DistinctText> texts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      texts.add(text("chain", 5 * i, i, 1));
    }
    ClusterRow row = only(rows(spark, texts));
    assertThat(row.texts_n()).isEqualTo(4);
    assertThat(row.members_n()).isEqualTo(4);
    // The second and the third are equally like all others; the older one is the medoid.
    double toMedoid = (similarity(5) + 1 + similarity(5) + similarity(10)) / 4;
    assertThat(row.jaccard_medoid()).isCloseTo((float) toMedoid, within(1e-6f));
    assertThat(row.stability()).isCloseTo((float) toMedoid, within(1e-6f));
    assertThat(row.jaccard_oldest_min()).isEqualTo((float) similarity(15));
    assertThat(row.edge_density()).isEqualTo(3 / 6f);
    assertThat(row.bridge_share()).isEqualTo(1);
  }

  @Test
  void ofATriangleWithATailOnlyTheTailIsABridge(SparkSession spark) {
    List<DistinctText> texts =
        List.of(
            text("triangle", 0, 2, 1),
            text("triangle", 1, 3, 1),
            text("triangle", 3, 4, 5),
            text("triangle", 8, 1, 2));
    ClusterRow row = only(rows(spark, texts));
    assertThat(row.texts_n()).isEqualTo(4);
    assertThat(row.members_n()).isEqualTo(9);
    double toMedoid = (similarity(1) + 1 + similarity(2) + similarity(7)) / 4;
    double byMessages = (similarity(1) + 1 + 5 * similarity(2) + 2 * similarity(7)) / 9;
    assertThat(row.jaccard_medoid()).isCloseTo((float) toMedoid, within(1e-6f));
    assertThat(row.stability()).isCloseTo((float) byMessages, within(1e-6f));
    assertThat(row.jaccard_oldest_min()).isEqualTo((float) similarity(8));
    assertThat(row.edge_density()).isEqualTo(4 / 6f);
    assertThat(row.bridge_share()).isEqualTo(1 / 4f);
  }

  @Test
  void saysNothingOfPairsWhereThereAreTooFewTexts(SparkSession spark) {
    List<DistinctText> texts =
        List.of(
            text("two", 0, 1, 1),
            text("two", 2, 2, 1),
            text("copies", 0, 1, 3),
            text("alone", 0, 1, 1));
    List<ClusterRow> rows = rows(spark, texts);
    assertThat(rows).hasSize(2);
    var byTexts = rows.stream().collect(Collectors.toMap(ClusterRow::texts_n, Function.identity()));
    ClusterRow copies = byTexts.get(1);
    assertThat(copies.members_n()).isEqualTo(3);
    assertThat(copies.jaccard_medoid()).isEqualTo(1);
    assertThat(copies.jaccard_oldest_min()).isEqualTo(1);
    assertThat(copies.edge_density()).isNull();
    assertThat(copies.bridge_share()).isNull();
    ClusterRow two = byTexts.get(2);
    assertThat(two.jaccard_medoid()).isCloseTo((float) (1 + similarity(2)) / 2, within(1e-6f));
    assertThat(two.jaccard_oldest_min()).isEqualTo((float) similarity(2));
    assertThat(two.edge_density()).isEqualTo(1);
    assertThat(two.bridge_share()).isNull();
  }

  /** Of two texts of which one begins so many words later. */
  private static double similarity(int later) {
    return (double) (SHINGLES - later) / (SHINGLES + later);
  }

  private static DistinctText text(String row, int from, long seen, long copies) {
    String masked =
        IntStream.range(from, from + WORDS)
            .mapToObj(word -> row + word)
            .collect(Collectors.joining(" "));
    return new DistinctText(row + " from " + from, masked, seen, copies);
  }

  private static ClusterRow only(List<ClusterRow> rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<ClusterRow> rows(SparkSession spark, List<DistinctText> texts) {
    List<ClusteredText> clustered = new ArrayList<>();
    new ClusterKernel(SignatureConfig.defaults(), ClusterConfig.defaults(), 1)
        .cluster(texts.iterator())
        .forEachRemaining(clustered::add);
    List<MessageScore> scores = new ArrayList<>();
    for (ClusteredText text : clustered) {
      for (int copy = 0; copy < text.copies_n(); copy++) {
        scores.add(
            BareScore.of(text.fingerprint() + " copy " + copy, "sender", text.cluster_id(), null));
      }
    }
    return new ClustersStage(new RunStamp("r", "1", "k"), List.of())
        .apply(
            dataset(spark, MessageScore.class, scores),
            dataset(spark, ClusteredText.class, clustered),
            dataset(spark, Template.class, List.of()),
            dataset(spark, Audience.class, List.of()),
            dataset(spark, LinkedSend.class, List.of()))
        .collectAsList();
  }

  private static <R extends Record> Dataset<R> dataset(
      SparkSession spark, Class<R> record, List<R> rows) {
    return spark.createDataset(rows, Records.encoder(record)).repartition(3);
  }
}
