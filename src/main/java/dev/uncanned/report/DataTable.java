package dev.uncanned.report;

import java.util.List;

/**
 * A table of the page, its cells already written out.
 *
 * @param caption what it shows
 * @param columns headings; the first column names the row
 * @param rows cells, as many in each row as there are columns
 */
record DataTable(String caption, List<Column> columns, List<List<String>> rows) {

  DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A heading.
   *
   * @param number whether the cells below are figures, set to the right
   */
  record Column(String name, boolean number) {}

  static Column words(String name) {
    return new Column(name, false);
  }

  static Column figures(String name) {
    return new Column(name, true);
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
      html.element("th", row.get(0), "scope", "row", "class", look(columns.get(0)));
      for (int i = 1; i < row.size(); i++) {
        html.element("td", row.get(i), "class", look(columns.get(i)));
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
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
