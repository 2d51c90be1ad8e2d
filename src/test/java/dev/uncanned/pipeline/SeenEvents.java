package dev.uncanned.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkFirehoseListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.util.JsonProtocol;

/**
 * Writes down what Spark's event log would hold, plans included, for runs that have switched it
 * off. Spark makes it where {@code spark.extraListeners} names it.
 */
public final class SeenEvents extends SparkFirehoseListener {

  /** Setting with the file to append to. */
  public static final String FILE = "spark.uncanned.seen";

  private final Path file;

  /** Made by Spark. */
  public SeenEvents(SparkConf conf) {
    this.file = Path.of(conf.get(FILE));
  }

  @Override
  public synchronized void onEvent(SparkListenerEvent event) {
    String line = JsonProtocol.sparkEventToJsonString(event) + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
