package dev.uncanned.pipeline;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session of a run: on this machine closed to the outside, on a cluster as that is
 * set up.
 */
final class SparkSessions {

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * The JVM never compiles methods above this size (HotSpot's HugeMethodLimit). Spark generates
   * such for wide rows unless it is told, and interpreted they take longer than all the rest.
   */
  private static final String COMPILED_METHOD_BYTES = "8000";

  /** Of packed archives; about 50,000 messages. */
  private static final long LITTLE_BYTES = 16_000_000;

  private static final int PARTITIONS_A_CORE = 4;

  private SparkSessions() {}

  /**
   * A session on this machine: all cores, no listener off the loopback interface, files and scratch
   * space for the owner only, no event log.
   *
   * <p>Where there is little to read most of the time goes into making and compiling code for a few
   * rows, so there Spark interprets its plans instead.
   *
   * @param scratch folder for spilled data, below the run's own folder
   * @param bytes size of what the run reads
   */
  static SparkSession local(Path scratch, long bytes) {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean little = bytes < LITTLE_BYTES;
    int partitions = little ? cores : PARTITIONS_A_CORE * cores;
    return results(SparkSession.builder().master("local[" + cores + ",2]"))
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", LOOPBACK)
        .config("spark.driver.bindAddress", LOOPBACK)
        .config("spark.authenticate", "true")
        .config("spark.eventLog.enabled", "false")
        .config("spark.local.dir", scratch.toString())
        .config("spark.hadoop.fs.permissions.umask-mode", "077")
        .config("spark.io.compression.codec", "zstd")
        .config("spark.sql.shuffle.partitions", Integer.toString(partitions))
        .config("spark.sql.codegen.wholeStage", Boolean.toString(!little))
        .config("spark.sql.codegen.factoryMode", little ? "NO_CODEGEN" : "FALLBACK")
        .config("spark.default.parallelism", Integer.toString(cores))
        .config("spark.sql.autoBroadcastJoinThreshold", "64m")
        .config("spark.sql.files.maxPartitionBytes", "16m")
        .config("spark.sql.files.openCostInBytes", "256k")
        .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
        .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "8m")
        .config("spark.shuffle.compress", "true")
        .config("spark.sql.catalogImplementation", "in-memory")
        .getOrCreate();
  }

  /** A session on the cluster whose {@code spark-submit} started this JVM. */
  static SparkSession cluster(String master) {
    return results(SparkSession.builder().master(master)).getOrCreate();
  }

  /** The settings that results depend on, wherever the session runs. */
  private static SparkSession.Builder results(SparkSession.Builder builder) {
    return builder
        .appName("uncanned")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.codegen.hugeMethodLimit", COMPILED_METHOD_BYTES)
        .config("spark.sql.files.ignoreCorruptFiles", "false")
        .config("spark.sql.files.ignoreMissingFiles", "false")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.speculation", "false")
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        .config("spark.hadoop.parquet.summary.metadata.level", "NONE");
  }
}
