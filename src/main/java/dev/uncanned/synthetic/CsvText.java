package dev.uncanned.synthetic;

import java.util.List;

/** Comma-separated text as RFC 4180 has it, with line feeds between records. */
final class CsvText {

  private final StringBuilder text = new StringBuilder();
  private final boolean quotesEverything;
  private int records;

  CsvText(boolean quotesEverything) {
    this.quotesEverything = quotesEverything;
  }

  /** Adds a record. */
  void add(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(cells.get(i));
    }
    text.append('\n');
    records++;
  }

  /** Adds characters that need not be a record. */
  void addRaw(String raw) {
    text.append(raw);
  }

  int records() {
    return records;
  }

  private void append(String cell) {
    if (!quotesEverything && isPlain(cell)) {
      text.append(cell);
      return;
    }
    text.append('"');
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      text.append(c);
      if (c == '"') {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
