package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated text by the letter of RFC 4180, for tests. */
final class NaiveCsv {

  private NaiveCsv() {}

  static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return records;
  }

  /** Records by column name, from the first record whose first cell is the given one. */
  static List<Map<String, String>> rows(String text, String firstColumn) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = null;
    for (List<String> record : records(text)) {
      if (header != null) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), record.get(i));
        }
        rows.add(row);
      } else if (record.get(0).equals(firstColumn)) {
        header = record;
      }
    }
    return rows;
  }
}
