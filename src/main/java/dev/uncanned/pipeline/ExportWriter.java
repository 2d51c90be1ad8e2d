package dev.uncanned.pipeline;

import dev.uncanned.table.Records;
import dev.uncanned.table.SpreadsheetCell;
import dev.uncanned.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes the tables of an export, as Parquet or CSV, and reads them as they are on the disk. */
final class ExportWriter {

  private static final String HEADER = "header";
  private static final String SUCCESS = "_SUCCESS";

  private final SparkSession session;
  private final Path folder;
  private final boolean csv;
  private final StageTimes times;

  ExportWriter(SparkSession session, Path folder, boolean csv, StageTimes times) {
    this.session = session;
    this.folder = folder;
    this.csv = csv;
    this.times = times;
  }

  /**
   * Writes a table whose rows are many. Rows are spread and sorted by their new ids, so that
   * neither their order nor their file tells where they stood in the published table.
   */
  <R extends Record> void large(Class<R> record, Dataset<R> rows) {
    Column first = functions.col(record.getAnnotation(Table.class).sortedBy()[0]);
    write(record, rows.repartition(first));
  }

  /** Writes a table whose rows are few: one sorted file. */
  <R extends Record> void small(Class<R> record, Dataset<R> rows) {
    write(record, rows.coalesce(1));
  }

  private <R extends Record> void write(Class<R> record, Dataset<R> rows) {
    Table table = record.getAnnotation(Table.class);
    Column[] order = Arrays.stream(table.sortedBy()).map(functions::col).toArray(Column[]::new);
    Dataset<Row> sorted = rows.sortWithinPartitions(order).select(columns(record));
    Path files = folder(record);
    times.measure("table " + table.name(), () -> write(sorted, files.toString()));
    try {
      Files.deleteIfExists(files.resolve(SUCCESS));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(Dataset<Row> sorted, String files) {
    if (csv) {
      sorted.write().option(HEADER, true).csv(files);
    } else {
      sorted.write().parquet(files);
    }
  }

  private Column[] columns(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents()).map(this::column).toArray(Column[]::new);
  }

  private Column column(RecordComponent component) {
    String name = component.getName();
    Column value = functions.col(name);
    if (csv) {
      boolean text = component.getType() == String.class;
      return (text ? neutral(value) : value).as(name);
    }
    return Records.documented(component, value);
  }

  /** As {@link SpreadsheetCell#of}. */
  static Column neutral(Column text) {
    Column first = functions.substring(text, 1, 1);
    Column formula =
        functions
            .length(text)
            .gt(0)
            .and(functions.lit(SpreadsheetCell.FORMULA_STARTS).contains(first));
    return functions
        .when(formula, functions.concat(functions.lit(SpreadsheetCell.MARK), text))
        .otherwise(text);
  }

  private Path folder(Class<? extends Record> record) {
    return folder.resolve(record.getAnnotation(Table.class).name());
  }

  /** Names of the columns in the files. */
  List<String> columnsWritten(Class<? extends Record> record) {
    String table = folder(record).toString();
    Dataset<Row> found =
        csv ? session.read().option(HEADER, true).csv(table) : session.read().parquet(table);
    return List.of(found.columns());
  }

  /** The rows in the files. */
  <R extends Record> Dataset<R> read(Class<R> record) {
    if (!csv) {
      return Records.read(session, record, List.of(folder(record)));
    }
    return session
        .read()
        .option(HEADER, true)
        .schema(Records.schema(record))
        .csv(folder(record).toString())
        .as(Records.encoder(record));
  }
}
