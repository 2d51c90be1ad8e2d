package dev.uncanned.pipeline;

import dev.uncanned.table.OnePartition;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
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
  private static final int SHARE_SENT_TO_ALL = 64;

  private SparkSessions() {}

  /**
   * A session on this machine: all cores, no listener off the loopback interface, files and scratch
   * space for the owner only, no event log.
   *
   * @param scratch folder for spilled data, below the run's own folder
   * @param bytes size of what the run reads
   */
  static SparkSession local(Path scratch, long bytes) {
    int cores = Runtime.getRuntime().availableProcessors();
    SparkSession.Builder builder =
        SparkSession.builder().config(everywhere("local[" + cores + ",2]"));
    SparkSession.Builder sized =
        bytes < LITTLE_BYTES ? forFewRows(builder, cores) : forManyRows(builder, cores);
    SparkSession session =
        sized
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", LOOPBACK)
            .config("spark.driver.bindAddress", LOOPBACK)
            .config("spark.authenticate", "true")
            .config("spark.eventLog.enabled", "false")
            .config("spark.local.dir", scratch.toString())
            .config("spark.hadoop.fs.permissions.umask-mode", "077")
            .config("spark.executor.killOnFatalError.depth", "0")
            .config("spark.hadoop." + LocalFiles.SETTING, LocalFiles.class.getName())
            // Ranges that are read beside each other are copied once more than those read in turn.
            .config("spark.hadoop.parquet.hadoop.vectored.io.enabled", "false")
            .config("spark.io.compression.codec", "lz4")
            .config("spark.sql.shuffle.orderIndependentChecksum.enabled", "false")
            .config("spark.default.parallelism", Integer.toString(cores))
            .config("spark.sql.files.maxPartitionBytes", "16m")
            .config("spark.sql.files.openCostInBytes", "256k")
            .config("spark.shuffle.compress", "true")
            .config("spark.sql.catalogImplementation", "in-memory")
            // Code for whole stages differs in each of them, and compiling it takes longer than it
            // saves.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.cache.maxEntries", "1000")
            .getOrCreate();
    // Only now, as the state of a session that is opened here reads Hadoop's defaults again.
    session.conf();
    HadoopDefaults.drop(session.sparkContext().hadoopConfiguration());
    withoutCallSites(session.sparkContext());
    return session;
  }

  /**
   * Where there is little to read, most of the time goes into compiling code and planning jobs for
   * a few rows, so there Spark interprets its plans, does not shuffle, and does not clear 64 MB of
   * memory for each sort.
   */
  private static SparkSession.Builder forFewRows(SparkSession.Builder builder, int cores) {
    return OnePartition.in(builder)
        .config("spark.sql.autoBroadcastJoinThreshold", "-1")
        .config("spark.sql.optimizer.disableHints", "true")
        .config("spark.buffer.pageSize", "1m")
        // Where it is not set, Spark looks for its default with each value that it interprets.
        .config("spark.sql.types.framework.enabled", "false")
        .config("spark.sql.shuffle.partitions", Integer.toString(cores))
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN");
  }

  private static SparkSession.Builder forManyRows(SparkSession.Builder builder, int cores) {
    return builder
        .config("spark.sql.shuffle.partitions", Integer.toString(PARTITIONS_A_CORE * cores))
        .config("spark.sql.autoBroadcastJoinThreshold", Long.toString(sentToAll()))
        .config("spark.sql.join.preferSortMergeJoin", "false")
        .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
        .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "8m");
  }

  /**
   * Size up to which the narrow side of a join goes to all tasks, so that the texts on the other
   * side stay where they are; in memory it is some times as large.
   */
  private static long sentToAll() {
    return Runtime.getRuntime().maxMemory() / SHARE_SENT_TO_ALL;
  }

  /**
   * Spark looks through the stack for the line of code that asked for each of its datasets, to show
   * it on a page that is not served here.
   */
  private static void withoutCallSites(SparkContext context) {
    context.setLocalProperty("callSite.short", "uncanned");
    context.setLocalProperty("callSite.long", "uncanned");
  }

  /** A session on the cluster whose {@code spark-submit} started this JVM. */
  static SparkSession cluster(String master) {
    SparkSession session = SparkSession.builder().config(onCluster(master)).getOrCreate();
    quiet(session.sparkContext());
    return session;
  }

  static SparkConf onCluster(String master) {
    return everywhere(master).set("spark.executor.syncLogLevel.enabled", "true");
  }

  /**
   * Switches the logs of Spark off, here and in all executors, unless the user has asked for a
   * level: its errors quote the data that they are about.
   */
  private static void quiet(SparkContext context) {
    if (!context.getConf().contains("spark.log.level")) {
      context.setLogLevel("OFF");
    }
  }

  /** What results depend on, and how little plans say of the data, wherever the session runs. */
  private static SparkConf everywhere(String master) {
    return new SparkConf()
        .setMaster(master)
        .setAppName("uncanned")
        .set("spark.sql.session.timeZone", "UTC")
        // No code is ever added to a session here, so no task need ask the driver for classes.
        .set("spark.sql.artifact.isolation.enabled", "false")
        // Only names of enums are put into lower case, for which Spark need not read ICU's tables.
        .set("spark.sql.icu.caseMappings.enabled", "false")
        .set("spark.sql.ui.explainMode", "simple")
        .set("spark.sql.maxPlanStringLength", "0")
        .set("spark.sql.debug.maxToStringFields", "1")
        .set("spark.sql.requireAllClusterKeysForCoPartition", "false")
        .set("spark.sql.codegen.hugeMethodLimit", COMPILED_METHOD_BYTES)
        .set("spark.sql.files.ignoreCorruptFiles", "false")
        .set("spark.sql.files.ignoreMissingFiles", "false")
        .set("spark.sql.parquet.compression.codec", "zstd")
        .set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .set("spark.speculation", "false")
        .set("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        .set("spark.hadoop.parquet.summary.metadata.level", "NONE");
  }
}
