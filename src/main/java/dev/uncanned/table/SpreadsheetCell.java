package dev.uncanned.table;

/**
 * A cell of a CSV file that no spreadsheet computes: what would begin a formula gets an apostrophe
 * in front.
 *
 * <p>Source: OWASP, CSV Injection.
 */
public final class SpreadsheetCell {

  /** With one of these a formula begins. */
  public static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** What is put in front of it. */
  public static final String MARK = "'";

  private SpreadsheetCell() {}

  /** The text as it may stand in a cell. */
  public static String of(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? MARK + text : text;
  }

  /** The same between quotation marks, as RFC 4180 has them. */
  public static String quoted(String text) {
    return '"' + of(text).replace("\"", "\"\"") + '"';
  }
}
