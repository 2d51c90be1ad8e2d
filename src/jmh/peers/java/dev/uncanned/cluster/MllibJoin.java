package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.spark.SparkException;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The self-join of Spark's MLlib over MinHash tables, which verifies its pairs as well.
 *
 * <p>It gets the shingles ready as vectors in memory and need not connect the pairs that it finds,
 * both of which are in its favour.
 */
final class MllibJoin implements AutoCloseable {

  /** MLlib takes elements from 0 up to a prime just above 2^30.9. */
  private static final int ELEMENT = (1 << 30) - 1;

  private static final int DIMENSIONS = 2_038_074_742;

  /** It asks for distances below the threshold, not at it. */
  private static final double JUST_ABOVE = 1e-9;

  /** There may be no job to cancel just then, since a query is several jobs. */
  private static final long AGAIN_MILLIS = 1000;

  private final SparkSession spark;

  MllibJoin(int threads) {
    this.spark =
        SparkSession.builder()
            .master("local[" + threads + "]")
            .appName("peers")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.log.level", "OFF")
            .getOrCreate();
  }

  /** Sets of shingles as vectors, in memory. */
  Dataset<Row> vectors(int[][] sets, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] elements = Arrays.stream(sets[i]).map(e -> e & ELEMENT).sorted().distinct().toArray();
      double[] ones = new double[elements.length];
      Arrays.fill(ones, 1);
      rows.add(RowFactory.create(i, Vectors.sparse(DIMENSIONS, elements, ones)));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType, false)
            .add("shingles", SQLDataTypes.VectorType(), false);
    Dataset<Row> vectors = spark.createDataFrame(rows, schema).repartition(8).cache();
    vectors.count();
    return vectors;
  }

  /**
   * All pairs of at least some similarity that agree in one of the tables; null if that takes
   * longer than the limit.
   */
  LongOpenHashSet pairs(Dataset<Row> vectors, int tables, double similarity, long limitSeconds) {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            spark.sparkContext().cancelAllJobs();
          }
        },
        limitSeconds * 1000,
        AGAIN_MILLIS);
    try {
      return pairs(vectors, tables, similarity);
    } catch (Exception failed) {
      if (isCancelled(failed)) {
        return null;
      }
      throw failed;
    } finally {
      timer.cancel();
    }
  }

  private static boolean isCancelled(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkException
          && String.valueOf(cause.getMessage()).contains("cancel")) {
        return true;
      }
    }
    return false;
  }

  private static LongOpenHashSet pairs(Dataset<Row> vectors, int tables, double similarity) {
    MinHashLSHModel model =
        new MinHashLSH()
            .setNumHashTables(tables)
            .setInputCol("shingles")
            .setOutputCol("hashes")
            .setSeed(1)
            .fit(vectors);
    List<Row> rows =
        model
            .approxSimilarityJoin(vectors, vectors, 1 - similarity + JUST_ABOVE, "distance")
            .select(functions.col("datasetA.id").as("a"), functions.col("datasetB.id").as("b"))
            .where("a > b")
            .collectAsList();
    LongOpenHashSet pairs = new LongOpenHashSet(rows.size());
    for (Row row : rows) {
      pairs.add(PairList.pair(row.getInt(0), row.getInt(1)));
    }
    return pairs;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
