package dev.uncanned.report;

import java.util.List;
import java.util.Map;

/**
 * A table of the page, its cells already written out.
 *
 * @param caption what it shows
 * @param columns headings; the first column names the row
 * @param rows cells, as many in each row as there are columns
 * @param places where names in the cells lead to on the page, by name; a cell may list several
 *     names, set apart by commas
 */
record DataTable(
    String caption, List<Column> columns, List<List<String>> rows, Map<String, String> places) {

  private static final String COMMA = ", ";

  DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    places = Map.copyOf(places);
  }

  /** A table whose cells lead nowhere. */
  DataTable(String caption, List<Column> columns, List<List<String>> rows) {
    this(caption, columns, rows, Map.of());
  }

  /**
   * A heading.
   *
   * @param number whether the cells below are figures, set to the right
   * @param leads whether the cells below are names that may lead somewhere
   */
  record Column(String name, boolean number, boolean leads) {}

  static Column words(String name) {
    return new Column(name, false, false);
  }

  static Column names(String name) {
    return new Column(name, false, true);
  }

  static Column figures(String name) {
    return new Column(name, true, false);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table in a box of its own, which scrolls where the page is narrow. */
  void writeTo(Html html) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table").element("caption", caption).line().open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.name(), "scope", "col", "class", look(column));
    }
    html.close("tr").close("thead").line().open("tbody").line();
    for (List<String> row : rows) {
      html.open("tr");
      html.open("th", "scope", "row", "class", look(columns.get(0)));
      cell(html, columns.get(0), row.get(0));
      html.close("th");
      for (int i = 1; i < row.size(); i++) {
        html.open("td", "class", look(columns.get(i)));
        cell(html, columns.get(i), row.get(i));
        html.close("td");
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
  }

  private void cell(Html html, Column column, String text) {
    if (!column.leads()) {
      html.text(text);
      return;
    }
    String between = "";
    for (String name : text.split(COMMA, -1)) {
      html.text(between);
      between = COMMA;
      if (places.containsKey(name)) {
        html.link(name, places.get(name));
      } else {
        html.text(name);
      }
    }
  }

  /** The table behind a line that opens it. */
  void writeFoldedTo(Html html, String summary) {
    html.open("details").element("summary", summary);
    writeTo(html);
    html.close("details").line();
  }

  private static String look(Column column) {
    return column.number() ? "num" : null;
  }
}
