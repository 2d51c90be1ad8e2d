package dev.uncanned.evaluation;

import java.util.List;

/** Writes an evaluation as plain text tables. */
public final class EvaluationText {

  private static final String GAP = "  ";

  /** Most rows of a table that grows with what went wrong. */
  private static final int MOST_ROWS = 50;

  private EvaluationText() {}

  /** All tables, one below the other; of mixed campaigns and split labels only the worst. */
  public static String of(Evaluation found) {
    StringBuilder out = new StringBuilder();
    EvaluationTable.of(found).forEach(table -> write(table, out));
    ContingencyTable.of(found.contingency()).forEach(table -> writeFirst(table, out));
    return out.toString();
  }

  static void write(EvaluationTable table, StringBuilder out) {
    lines(table, out);
    out.append('\n');
  }

  private static void writeFirst(EvaluationTable table, StringBuilder out) {
    List<List<String>> rows = table.rows();
    int shown = Math.min(rows.size(), MOST_ROWS);
    lines(
        new EvaluationTable(table.title(), table.notes(), table.header(), rows.subList(0, shown)),
        out);
    int more = rows.size() - shown;
    if (more > 0) {
      out.append("and ").append(more).append(more == 1 ? " more line" : " more lines");
      out.append(": the page and the JSON have all\n");
    }
    out.append('\n');
  }

  private static void lines(EvaluationTable table, StringBuilder out) {
    int columns = table.header().size();
    int[] widths = new int[columns];
    for (int c = 0; c < columns; c++) {
      widths[c] = table.header().get(c).length();
      for (List<String> row : table.rows()) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    out.append(table.title()).append(": ").append(table.notes()).append('\n');
    line(table.header(), widths, out);
    table.rows().forEach(row -> line(row, widths, out));
  }

  private static void line(List<String> cells, int[] widths, StringBuilder out) {
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      String space = " ".repeat(widths[c] - cell.length());
      out.append(c == 0 ? cell + space : GAP + space + cell);
    }
    out.append('\n');
  }
}
