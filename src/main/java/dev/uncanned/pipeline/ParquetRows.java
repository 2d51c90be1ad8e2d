package dev.uncanned.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/** Counts the rows of a Parquet folder from the footers of its files, as they stand on the disk. */
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
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    InputFile input = HadoopInputFile.fromPath(path, new Configuration(false));
    try (ParquetFileReader reader = ParquetFileReader.open(input)) {
      return reader.getRecordCount();
    }
  }
}
