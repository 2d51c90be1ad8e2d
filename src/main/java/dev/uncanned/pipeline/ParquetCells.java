package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a few columns of a published table without Spark, file by file in the order of names. */
final class ParquetCells {

  private static final String PARQUET = ".parquet";

  private ParquetCells() {}

  /** The cells of one row, by column. */
  static final class Cells {
    private final Group row;

    private Cells(Group row) {
      this.row = row;
    }

    private boolean isNull(String column) {
      return row.getFieldRepetitionCount(column) == 0;
    }

    String text(String column) {
      return isNull(column) ? null : row.getString(column, 0);
    }

    Boolean flag(String column) {
      return isNull(column) ? null : row.getBoolean(column, 0);
    }

    /** A whole number of at most 32 bits. */
    Integer small(String column) {
      return isNull(column) ? null : row.getInteger(column, 0);
    }

    /** Whether one of the records in a list has a certain text in a field. */
    boolean listHas(String column, String field, String wanted) {
      return !listTexts(column, field, field, wanted).isEmpty();
    }

    /**
     * What the records in a list have in one field where another has a certain text, sorted, each
     * once.
     */
    List<String> listTexts(String column, String field, String where, String wanted) {
      Set<String> texts = new TreeSet<>();
      if (!isNull(column)) {
        Group list = row.getGroup(column, 0);
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
          Group element = list.getGroup(0, i).getGroup(0, 0);
          boolean known =
              element.getFieldRepetitionCount(field) > 0
                  && element.getFieldRepetitionCount(where) > 0;
          if (known && wanted.equals(element.getString(where, 0))) {
            texts.add(element.getString(field, 0));
          }
        }
      }
      return List.copyOf(texts);
    }

    /**
     * The texts of a list that is a field of a record, which may be a field of another; none where
     * one of them is null.
     *
     * @param path the column, and a field of each record down to the list
     */
    List<String> listWithin(String... path) {
      Group at = row;
      for (String field : path) {
        if (at.getFieldRepetitionCount(field) == 0) {
          return List.of();
        }
        at = at.getGroup(field, 0);
      }
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < at.getFieldRepetitionCount(0); i++) {
        texts.add(at.getGroup(0, i).getString(0, 0));
      }
      return texts;
    }

    /** Any cell that is no list, as people write it; null if it is null. */
    String shown(String column) {
      return isNull(column) ? null : row.getValueToString(row.getType().getFieldIndex(column), 0);
    }

    /**
     * The records in a list, each with its fields as people write them; null fields are left out.
     */
    List<Map<String, String>> elements(String column) {
      List<Map<String, String>> elements = new ArrayList<>();
      if (!isNull(column)) {
        Group list = row.getGroup(column, 0);
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
          elements.add(fields(list.getGroup(0, i).getGroup(0, 0)));
        }
      }
      return elements;
    }

    private static Map<String, String> fields(Group element) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int field = 0; field < element.getType().getFieldCount(); field++) {
        if (element.getFieldRepetitionCount(field) > 0) {
          fields.put(element.getType().getFieldName(field), element.getValueToString(field, 0));
        }
      }
      return fields;
    }

    /** A whole number of 64 bits, or the microseconds of a time. */
    Long number(String column) {
      return isNull(column) ? null : row.getLong(column, 0);
    }
  }

  /** Hands every row to a reader. */
  static void read(Path folder, List<String> columns, Consumer<Cells> reader) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.list(folder)) {
      parts = files.filter(file -> file.toString().endsWith(PARQUET)).sorted().toList();
    }
    for (Path part : parts) {
      readPart(part, columns, reader);
    }
  }

  /** Hands every row of one file to a reader. */
  static void readPart(Path part, List<String> columns, Consumer<Cells> reader) throws IOException {
    ParquetConfiguration settings = new PlainParquetConfiguration();
    settings.set(ReadSupport.PARQUET_READ_SCHEMA, projection(part, columns).toString());
    try (ParquetReader<Group> rows = new GroupReader(part, settings).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        reader.accept(new Cells(row));
      }
    }
  }

  /**
   * Reads files without Hadoop, which would keep its file system, with the settings of the first
   * who asks for it, for all who come after, Spark among them.
   */
  private static final class GroupReader extends ParquetReader.Builder<Group> {

    private GroupReader(Path part, ParquetConfiguration settings) {
      super(new LocalInputFile(part), settings);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static MessageType projection(Path part, List<String> columns) throws IOException {
    try (ParquetFileReader reader = ParquetRows.open(part)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      List<Type> fields = new ArrayList<>();
      for (String column : columns) {
        fields.add(schema.getType(column));
      }
      return new MessageType(schema.getName(), fields);
    }
  }
}
