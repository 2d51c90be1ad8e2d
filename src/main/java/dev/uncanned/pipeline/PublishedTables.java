package dev.uncanned.pipeline;

import dev.uncanned.mart.MessageRow;
import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The tables of one generation as they stand on the disk.
 *
 * @param generation folder of the generation
 */
record PublishedTables(SparkSession session, Path generation) {

  <R extends Record> Dataset<R> read(Class<R> record) {
    return Records.read(session, record, List.of(folder(record)));
  }

  /** The day of the earliest message; null if none is dated. */
  LocalDate firstDay() {
    Row first =
        read(MessageRow.class).agg(functions.min(functions.col(MessageRow.SENT_AT))).first();
    return first.isNullAt(0)
        ? null
        : first.getTimestamp(0).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Where a table lies. */
  Path folder(Class<? extends Record> record) {
    return generation.resolve(path(record));
  }

  /** Where a table lies within any generation, with {@code /}. */
  static String path(Class<? extends Record> record) {
    Table table = record.getAnnotation(Table.class);
    return (table.restricted() ? "restricted/" : "tables/") + table.name();
  }
}
