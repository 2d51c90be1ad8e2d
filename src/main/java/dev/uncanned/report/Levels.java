package dev.uncanned.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far messages speak of their readers: for each group, how many lie at which level. */
record Levels(List<Row> rows) {

  /** The levels from nothing to something that the archives know to be true. */
  static final List<String> NAMES =
      List.of("nothing of the reader", "merge fields only", "segment", "specific", "verified");

  Levels {
    rows = rows.stream().filter(row -> row.known() > 0).toList();
  }

  /**
   * One group of messages.
   *
   * @param counts messages at level 0, 1, 2, 3, 4
   * @param place where the page tells more of it; null if nowhere
   */
  record Row(String name, List<Long> counts, String place) {

    Row {
      counts = List.copyOf(counts);
    }

    Row(String name, List<Long> counts) {
      this(name, counts, null);
    }

    long known() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }

    boolean isShown() {
      return known() >= Figures.SHOWN_FROM;
    }

    double share(int level) {
      return (double) counts.get(level) / known();
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The groups of which there are enough messages for shares. */
  List<Row> shown() {
    return rows.stream().filter(Row::isShown).toList();
  }

  /** Which groups have no bar for being too few; empty if none. */
  String leftOut() {
    String few =
        rows.stream()
            .filter(row -> !row.isShown())
            .map(row -> row.name() + " (n = " + Figures.count(row.known()) + ")")
            .collect(Collectors.joining(", "));
    return few.isEmpty()
        ? ""
        : "Without a bar, for fewer than " + Figures.SHOWN_FROM + " such messages: " + few + ".";
  }

  /** The first bar in words; only where one is shown. */
  String description() {
    Row first = shown().get(0);
    StringBuilder text = new StringBuilder(first.name()).append(": ");
    for (int level = 0; level < NAMES.size(); level++) {
      text.append(level == 0 ? "" : ", ")
          .append(NAMES.get(level))
          .append(' ')
          .append(Figures.percent(first.share(level)));
    }
    return text.append('.').toString();
  }

  DataTable table() {
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(DataTable.names("First messages of"));
    columns.add(DataTable.figures("Known"));
    for (int level = 0; level < NAMES.size(); level++) {
      columns.add(DataTable.figures(level + " " + NAMES.get(level)));
    }
    List<List<String>> cells = new ArrayList<>();
    Map<String, String> places = new TreeMap<>();
    for (Row row : rows) {
      if (row.place() != null) {
        places.put(row.name(), row.place());
      }
      List<String> line = new ArrayList<>();
      line.add(row.name());
      line.add(Figures.count(row.known()));
      row.counts().forEach(n -> line.add(Figures.count(n)));
      cells.add(line);
    }
    return new DataTable(
        "First messages by personal level, where it is known", columns, cells, places);
  }
}
