package dev.uncanned.pipeline;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A process that publishes one table in the usual way: Spark overwrites the folder of it. */
public final class OverwriteRun {

  private OverwriteRun() {}

  /** Arguments: folder of the rows, folder of the table, folder for scratch data. */
  public static void main(String[] arguments) {
    SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.local.dir", Path.of(arguments[2]).toString())
            .getOrCreate();
    session.read().parquet(arguments[0]).write().mode("overwrite").parquet(arguments[1]);
    session.stop();
  }
}
