package dev.uncanned.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class OnePartitionTest {

  /** Marks the shuffles that Spark inserts, in the text of a plan. */
  private static final String SHUFFLE = "ENSURE_REQUIREMENTS";

  private static final String ASKED_FOR = "REPARTITION_BY_NUM";
  private static final String KEY = "key";
  private static final int GROUPS = 7;

  @Test
  void groupsAndJoinsWithoutShuffles(SparkSession spark) {
    assertThat(plan(countedTwice(spark))).contains(SHUFFLE);

    inOnePartition(
        spark,
        few -> {
          Dataset<Row> counted = countedTwice(few);

          assertThat(plan(counted)).doesNotContain(SHUFFLE);
          assertThat(counted.collectAsList())
              .hasSize(GROUPS)
              .containsExactlyInAnyOrderElementsOf(countedTwice(spark).collectAsList());
        });
  }

  @Test
  void leavesPartitionsThatWereAskedForAlone(SparkSession spark) {
    inOnePartition(
        spark,
        few -> {
          Dataset<Row> spread = numbers(few).repartition(3);

          assertThat(plan(spread)).contains(ASKED_FOR);
          assertThat(spread.javaRDD().getNumPartitions()).isEqualTo(3);
        });
  }

  private static Dataset<Row> countedTwice(SparkSession spark) {
    Dataset<Row> counts = numbers(spark).groupBy(KEY).count();
    Dataset<Row> sums = numbers(spark).groupBy(KEY).agg(functions.sum("value").as("sum"));
    return counts.join(sums, KEY);
  }

  private static Dataset<Row> numbers(SparkSession spark) {
    return spark
        .createDataset(LongStream.range(0, 100).boxed().toList(), Encoders.LONG())
        .repartition(4)
        .select(functions.col("value"), functions.col("value").mod(functions.lit(GROUPS)).as(KEY));
  }

  private static String plan(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }

  /** A second session with the rule, in the same context. */
  private static void inOnePartition(SparkSession spark, Consumer<SparkSession> work) {
    SparkSession few =
        OnePartition.in(SparkSession.builder())
            .config("spark.sql.autoBroadcastJoinThreshold", "-1")
            .create();
    try {
      work.accept(few);
    } finally {
      SparkSession.setActiveSession(spark);
      SparkSession.setDefaultSession(spark);
    }
  }
}
