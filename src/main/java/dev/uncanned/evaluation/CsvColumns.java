package dev.uncanned.evaluation;

import dev.uncanned.archive.CsvReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells where the columns of a file of labels stand. */
final class CsvColumns {

  private CsvColumns() {}

  /** The places by name, in lower case, from the header line; none in an empty file. */
  static Map<String, Integer> of(CsvReader csv) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    if (csv.next()) {
      for (int column = 0; column < csv.columns(); column++) {
        places.put(csv.cell(column).strip().toLowerCase(Locale.ROOT), column);
      }
    }
    return places;
  }
}
