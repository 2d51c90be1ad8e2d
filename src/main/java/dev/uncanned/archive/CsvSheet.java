package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A LinkedIn CSV file whose header was found, with its columns by name.
 *
 * <p>Notes may stand above the header; it is looked for in the first {@value #HEAD} records.
 * LinkedIn separates by commas; spreadsheets that save such a file again do so by semicolons or
 * tabs where the decimal sign is a comma, and in the charset of the machine.
 */
final class CsvSheet implements Closeable {

  private static final int HEAD = 10;

  private static final char[] RESAVED = {';', '\t'};

  /** The charset of files that were saved again: UTF-8 where it is valid, else windows-1252. */
  private static final String ANY_CHARSET = "";

  /** Other names of columns, from files that users have edited. */
  private static final Map<String, String> ALIASES = Map.of("date sent", "sent at");

  /** Opens a file at its beginning. */
  interface Source {
    InputStream open() throws IOException;
  }

  /** What the head of a file says. */
  enum Head {
    FITS,
    /** It is LinkedIn's, but columns that are needed are missing. */
    INCOMPLETE,
    /** It holds no record at all. */
    EMPTY,
    /** It is something else. */
    FOREIGN
  }

  private final CsvReader reader;
  private Head head = Head.EMPTY;
  private String fault = "";
  private Map<String, Integer> columns = Map.of();

  private CsvSheet(CsvReader reader) {
    this.reader = reader;
  }

  /** Reads the head of a file; the next record is the first one below the header. */
  static CsvSheet open(Source file, LinkedInCsv kind) throws IOException {
    CsvSheet sheet = with(new CsvReader(file.open()), kind);
    for (int i = 0; i < RESAVED.length && sheet.head == Head.FOREIGN; i++) {
      CsvSheet resaved;
      try {
        resaved = with(new CsvReader(file.open(), RESAVED[i], ANY_CHARSET), kind);
      } catch (IOException | RuntimeException broken) {
        sheet.close();
        throw broken;
      }
      boolean better = resaved.head == Head.FITS || resaved.head == Head.INCOMPLETE;
      (better ? sheet : resaved).close();
      sheet = better ? resaved : sheet;
    }
    return sheet;
  }

  private static CsvSheet with(CsvReader reader, LinkedInCsv kind) throws IOException {
    CsvSheet sheet = new CsvSheet(reader);
    try {
      sheet.findHeader(kind);
    } catch (IOException | RuntimeException broken) {
      sheet.close();
      throw broken;
    }
    return sheet;
  }

  private void findHeader(LinkedInCsv kind) throws IOException {
    for (int i = 0; i < HEAD && reader.next(); i++) {
      if (head == Head.EMPTY) {
        head = Head.FOREIGN;
      }
      if (reader.reason() != null) {
        continue;
      }
      Map<String, Integer> names = names();
      Set<String> header = names.keySet();
      if (kind.fits(header)) {
        head = Head.FITS;
        columns = names;
        expectRecords();
        return;
      }
      if (head == Head.FOREIGN && kind.isLinkedIn(header)) {
        head = Head.INCOMPLETE;
        fault = fault(kind, names);
      }
    }
  }

  private Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < reader.columns(); i++) {
      String name = CollapsedText.of(reader.cell(i)).toLowerCase(Locale.ROOT);
      names.putIfAbsent(ALIASES.getOrDefault(name, name), i);
    }
    return names;
  }

  /** A header that ends with a comma names one column more than its records have. */
  private void expectRecords() {
    int named = reader.columns();
    while (named > 1 && reader.cell(named - 1).isBlank()) {
      named--;
    }
    int date = columns.getOrDefault("date", columns.getOrDefault("sent at", -1));
    reader.expect(
        named,
        reader.columns(),
        date < 0 ? record -> true : record -> LinkedInDates.isDate(record.cell(date)));
  }

  Head head() {
    return head;
  }

  /** What an incomplete header lacks and has: columns by their known names, others by number. */
  String fault() {
    return fault;
  }

  private static String fault(LinkedInCsv kind, Map<String, Integer> names) {
    List<String> known =
        names.entrySet().stream()
            .filter(column -> LinkedInCsv.isKnown(column.getKey()))
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    return "missing columns: "
        + kind.missing(names.keySet())
        + ", found: "
        + known
        + " and "
        + (names.size() - known.size())
        + " others";
  }

  /** Place of a column; -1, which reads as empty, if the file does not have it. */
  int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  CsvReader records() {
    return reader;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
