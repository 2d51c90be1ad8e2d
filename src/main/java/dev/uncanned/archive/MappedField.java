package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where one field of a message stands: columns, of which the first one with a text counts. */
final class MappedField {

  private static final String JOIN = " + ";
  private static final String OR = " | ";

  private final List<List<String>> alternatives = new ArrayList<>();

  MappedField(List<String> columns) {
    for (String column : columns) {
      alternatives.add(split(column, JOIN));
    }
  }

  /** The names of a list of names, as they are compared. */
  private static List<String> split(String text, String mark) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, start)) {
      names.add(key(text.substring(start, at)));
      start = at + mark.length();
    }
    names.add(key(text.substring(start)));
    return names;
  }

  /** A column's name as it is compared: lower case, single blanks. */
  static String key(String name) {
    return CollapsedText.of(name).toLowerCase(Locale.ROOT);
  }

  /** Whether a header has the column, or one of the columns, that a mapping asks for. */
  static boolean isIn(Set<String> header, String wanted) {
    return split(wanted, OR).stream().anyMatch(header::contains);
  }

  /** Adds the names of all columns. */
  void addTo(Set<String> columns) {
    alternatives.forEach(columns::addAll);
  }

  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  /** The text in a row, stripped of blanks around it; empty if there is none. */
  String of(MappedRow row) {
    return raw(row).strip();
  }

  /** The text in a row as it stands there. */
  String raw(MappedRow row) {
    for (List<String> columns : alternatives) {
      String text = columns.size() == 1 ? row.value(columns.get(0)) : joined(row, columns);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** SHA-256 of the bytes of the text in a row that cannot be decoded; null if they can. */
  String broken(MappedRow row) {
    for (List<String> columns : alternatives) {
      for (String column : columns) {
        String raw = row.broken(column);
        if (raw != null) {
          return raw;
        }
      }
    }
    return null;
  }

  private static String joined(MappedRow row, List<String> columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      String part = row.value(column).strip();
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(part);
      }
    }
    return text.toString();
  }
}
