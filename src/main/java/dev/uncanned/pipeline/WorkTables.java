package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.table.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The tables between the stages of one run, each a Parquet folder named after what it holds.
 *
 * <p>Written to be read once, soon, on the same machine: quick codec, no dictionaries, no
 * statistics.
 *
 * <p>A table that an earlier, stopped run with the same request has finished is taken as it is.
 */
final class WorkTables {

  private static final String FINISHED = "_SUCCESS";
  private static final String SEGMENTS = "-segments";

  private final SparkSession session;
  private final Path folder;
  private final StageTimes times;
  private final Map<String, Dataset<?>> tables = new ConcurrentHashMap<>();

  WorkTables(SparkSession session, Path folder, StageTimes times) {
    this.session = session;
    this.folder = folder;
    this.times = times;
  }

  /** Whether the table of that name is complete. */
  boolean finished(String name) {
    return Files.exists(path(name).resolve(FINISHED));
  }

  /** Notes that a table is right and not only complete. */
  void confirm(String name) {
    try {
      Files.write(mark(name), new byte[0]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Takes that back, so that a later run makes the table anew. */
  void doubt(String name) {
    try {
      Files.deleteIfExists(mark(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Removes a table that an earlier run has finished and not confirmed. */
  void forgetUnconfirmed(String name) {
    try {
      if (!Files.exists(mark(name))) {
        Folders.delete(path(name));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path mark(String name) {
    return folder.resolve(name + ".confirmed");
  }

  /** Folder of the table of that name. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** Folder for what the making of a table leaves besides its rows; it is right if the table is. */
  Path segments(String name) {
    return path(name + SEGMENTS);
  }

  /** Removes from a folder of tables all folders but those of complete tables. */
  static void forgetUnfinished(Path tables) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(tables)) {
      folders = all.filter(Files::isDirectory).toList();
    }
    for (Path one : folders) {
      String name = one.getFileName().toString();
      String table =
          name.endsWith(SEGMENTS) ? name.substring(0, name.length() - SEGMENTS.length()) : name;
      if (!Files.exists(tables.resolve(table).resolve(FINISHED))) {
        Folders.delete(one);
      }
    }
  }

  /** Whether a folder of tables holds a complete one. */
  static boolean anyFinished(Path tables) throws IOException {
    try (Stream<Path> all = Files.list(tables)) {
      return all.anyMatch(one -> Files.exists(one.resolve(FINISHED)));
    }
  }

  /** The table of that name: written now unless it is there, and read back. */
  <R extends Record> Dataset<R> table(String name, Class<R> record, Supplier<Dataset<R>> rows) {
    Path table = path(name);
    if (!finished(name)) {
      times.measure(
          name,
          () ->
              rows.get()
                  .write()
                  .mode("overwrite")
                  .option("compression", "lz4_raw")
                  .option("parquet.enable.dictionary", "false")
                  .option("parquet.column.statistics.enabled", "false")
                  .option("parquet.size.statistics.enabled", "false")
                  .parquet(table.toString()));
    }
    return as(
        record,
        tables.computeIfAbsent(name, known -> Records.read(session, record, List.of(table))));
  }

  /** A name belongs to one record, so the rows are of the class they are asked for. */
  @SuppressWarnings("unchecked")
  private static <R extends Record> Dataset<R> as(Class<R> record, Dataset<?> rows) {
    return (Dataset<R>) rows;
  }
}
