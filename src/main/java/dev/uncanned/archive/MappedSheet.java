package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A CSV file whose header fits a mapping, read row by row.
 *
 * <p>Of two columns of one name the first counts. Notes may stand above the header.
 */
final class MappedSheet implements MappedRow, Closeable {

  private final CsvReader reader;
  private Map<String, Integer> columns = Map.of();

  private MappedSheet(CsvReader reader) {
    this.reader = reader;
  }

  /** Opens a file at the row below its header; {@link #isEmpty} tells whether there is one. */
  static MappedSheet open(InputStream in, MappedMatcher.Match match) throws IOException {
    CsvReader reader = new CsvReader(in, match.delimiter(), match.charset());
    MappedSheet sheet = new MappedSheet(reader);
    for (int i = 0; i < MappedMatcher.HEAD_RECORDS && reader.next(); i++) {
      Map<String, Integer> names = reader.reason() == null ? names(reader) : Map.of();
      if (MappedMatcher.fits(match.mapping(), names.keySet())) {
        sheet.columns = names;
        break;
      }
    }
    return sheet;
  }

  /** The columns of the current record, taken for a header, by the names that are compared. */
  static Map<String, Integer> names(CsvReader reader) {
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < reader.columns(); i++) {
      String name = MappedField.key(reader.cell(i));
      if (!name.isEmpty()) {
        names.putIfAbsent(name, i);
      }
    }
    return names;
  }

  /** Whether no header was found. */
  boolean isEmpty() {
    return columns.isEmpty();
  }

  /**
   * Says by what a row is known after a broken one.
   *
   * @param shape asked with this sheet at the row in question
   */
  void expect(Predicate<MappedRow> shape) {
    int named = reader.columns();
    while (named > 1 && reader.isEmpty(named - 1)) {
      named--;
    }
    reader.expect(named, reader.columns(), record -> shape.test(this));
  }

  CsvReader records() {
    return reader;
  }

  @Override
  public String value(String column) {
    Integer place = columns.get(column);
    return place == null ? "" : reader.cell(place);
  }

  @Override
  public String broken(String column) {
    Integer place = columns.get(column);
    return place == null ? null : reader.broken(place, reader.cell(place));
  }

  @Override
  public Set<QualityFlag> flags() {
    return reader.flags();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
