package dev.uncanned.pipeline;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes the published tables of one generation: sorted, zstd, with column comments. */
final class TableWriter {

  private final SparkSession session;
  private final Generation generation;
  private final StageTimes times;
  private final Map<String, Long> rowsByTable = new ConcurrentSkipListMap<>();
  private final Map<String, PublishedTable> published = new ConcurrentSkipListMap<>();

  TableWriter(SparkSession session, Generation generation, StageTimes times) {
    this.session = session;
    this.generation = generation;
    this.times = times;
  }

  /** Writes a table whose rows are many: sorted inside each file. */
  <R extends Record> Dataset<R> large(Class<R> record, Dataset<R> rows) {
    return write(record, rows);
  }

  /** Writes a table whose rows are few: one sorted file. */
  <R extends Record> Dataset<R> small(Class<R> record, Dataset<R> rows) {
    return write(record, rows.coalesce(1));
  }

  private <R extends Record> Dataset<R> write(Class<R> record, Dataset<R> rows) {
    Table table = record.getAnnotation(Table.class);
    Path folder = tables().folder(record);
    Column[] order = Arrays.stream(table.sortedBy()).map(functions::col).toArray(Column[]::new);
    Observation seen = new Observation(table.name());
    Dataset<Row> documented =
        RowDigest.observed(rows.select(documented(record)), seen).sortWithinPartitions(order);
    times.measure(
        "table " + table.name(),
        () -> documented.write().mode("errorifexists").parquet(folder.toString()));
    long written = ParquetRows.count(folder);
    RowDigest.Found found = RowDigest.of(seen);
    if (written != found.rows()) {
      throw new IllegalStateException(
          table.name() + ": " + found.rows() + " rows were made, " + written + " are in the files");
    }
    rowsByTable.put(table.name(), written);
    String path = generation.folder().relativize(folder).toString().replace('\\', '/');
    String schema = ContentHash.of("schema", Records.schema(record).catalogString());
    published.put(table.name(), new PublishedTable(path, written, schema, found.digest()));
    return read(record);
  }

  /** A table of this generation as it stands on the disk. */
  <R extends Record> Dataset<R> read(Class<R> record) {
    return tables().read(record);
  }

  /** The tables of this generation as they stand on the disk. */
  PublishedTables tables() {
    return new PublishedTables(session, generation.folder());
  }

  /** Rows of each table written so far, counted in the files on the disk. */
  Map<String, Long> rowsByTable() {
    return rowsByTable;
  }

  /** What the manifest says of each table written so far, by name. */
  List<PublishedTable> published() {
    return List.copyOf(published.values());
  }

  private static Column[] documented(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> Records.documented(component, functions.col(component.getName())))
        .toArray(Column[]::new);
  }
}
