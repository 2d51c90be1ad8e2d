package dev.uncanned.evaluation;

import java.util.List;

/** Writes an evaluation as plain text tables. */
public final class EvaluationText {

  private static final String GAP = "  ";

  private EvaluationText() {}

  /** All tables, one below the other. */
  public static String of(Evaluation found) {
    StringBuilder out = new StringBuilder();
    EvaluationTable.of(found).forEach(table -> write(table, out));
    return out.toString();
  }

  static void write(EvaluationTable table, StringBuilder out) {
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
    out.append('\n');
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
