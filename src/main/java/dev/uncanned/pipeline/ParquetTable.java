package dev.uncanned.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Reads a Parquet folder of texts and whole numbers as records, file by file in the order of their
 * names, without Spark.
 */
final class ParquetTable {

  private static final String PARQUET = ".parquet";

  private ParquetTable() {}

  /** Hands out every row; a record's components are columns of the table. */
  static <R extends Record> void each(Path folder, Class<R> record, Consumer<R> out) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(file -> file.toString().endsWith(PARQUET)).sorted().toList();
      for (Path part : parts) {
        file(part, record, out);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <R extends Record> void file(Path file, Class<R> record, Consumer<R> out)
      throws IOException {
    RecordComponent[] components = record.getRecordComponents();
    Constructor<R> constructor = constructor(record, components);
    try (ParquetFileReader reader = ParquetRows.open(file)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      PageReadStore pages = reader.readNextRowGroup();
      while (pages != null) {
        RecordReader<Group> rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          out.accept(row(rows.read(), components, constructor));
        }
        pages = reader.readNextRowGroup();
      }
    }
  }

  private static <R extends Record> Constructor<R> constructor(
      Class<R> record, RecordComponent[] components) {
    try {
      return record.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every record has its canonical constructor", impossible);
    }
  }

  private static <R extends Record> R row(
      Group row, RecordComponent[] components, Constructor<R> constructor) {
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, components[i]);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a row does not fit its record", impossible);
    }
  }

  private static Object value(Group row, RecordComponent component) {
    int field = row.getType().getFieldIndex(component.getName());
    if (row.getFieldRepetitionCount(field) == 0) {
      return null;
    }
    return component.getType() == String.class ? row.getString(field, 0) : row.getLong(field, 0);
  }
}
