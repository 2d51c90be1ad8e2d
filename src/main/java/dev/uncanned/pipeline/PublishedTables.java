package dev.uncanned.pipeline;

import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of one generation as they stand on the disk.
 *
 * @param generation folder of the generation
 */
record PublishedTables(SparkSession session, Path generation) {

  <R extends Record> Dataset<R> read(Class<R> record) {
    return Records.read(session, record, List.of(folder(record)));
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
