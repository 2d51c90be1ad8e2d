package dev.uncanned.pipeline;

import dev.uncanned.table.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds what a table on the disk has not, of what this version knows it to have. */
final class PublishedColumns {

  /** Where Spark notes the schema in the footer of a file. */
  private static final String SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private PublishedColumns() {}

  /**
   * What is missing, in words; null if nothing is.
   *
   * @param folder of the table
   * @param record the table as this version knows it
   * @param needed names of its columns that are read
   */
  static String missing(Path folder, Class<? extends Record> record, List<String> needed)
      throws IOException {
    StructType written = written(folder);
    if (written == null) {
      return "there is no table " + folder.getFileName();
    }
    StructType known = Records.schema(record);
    for (String column : needed) {
      DataType type = type(written, column);
      if (type == null) {
        return "its table " + folder.getFileName() + " has no column " + column;
      }
      if (!type.catalogString().equals(type(known, column).catalogString())) {
        return "the column "
            + column
            + " of its table "
            + folder.getFileName()
            + " is of another type";
      }
    }
    return null;
  }

  /** The schema of the files of a folder, which are written in one go; null if there is none. */
  private static StructType written(Path folder) throws IOException {
    Path first;
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      first = files.filter(file -> file.toString().endsWith(".parquet")).findAny().orElse(null);
    }
    if (first == null) {
      return null;
    }
    try (ParquetFileReader reader = ParquetRows.open(first)) {
      String schema = reader.getFileMetaData().getKeyValueMetaData().get(SCHEMA);
      return schema == null ? null : (StructType) DataType.fromJson(schema);
    }
  }

  private static DataType type(StructType schema, String column) {
    for (StructField field : schema.fields()) {
      if (field.name().equals(column)) {
        return field.dataType();
      }
    }
    return null;
  }
}
