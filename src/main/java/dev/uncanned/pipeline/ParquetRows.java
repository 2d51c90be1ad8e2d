package dev.uncanned.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Opens Parquet files as they stand on the disk, and counts their rows from the footers. */
final class ParquetRows {

  private static final String PARQUET = ".parquet";

  private ParquetRows() {}

  static long count(Path folder) {
    long rows = 0;
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(file -> file.toString().endsWith(PARQUET)).toList();
      for (Path part : parts) {
        rows += rows(part);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rows;
  }

  /** Rows of one file. */
  static long rows(Path file) throws IOException {
    try (ParquetFileReader reader = open(file)) {
      return reader.getRecordCount();
    }
  }

  /** A reader of one file, without Hadoop's settings, which take longer to load than most files. */
  static ParquetFileReader open(Path file) throws IOException {
    ParquetReadOptions plain = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return ParquetFileReader.open(new LocalInputFile(file), plain);
  }
}
