package dev.uncanned.evaluation;

import java.util.List;
import org.owasp.encoder.Encode;

/** Writes an evaluation as one HTML page that loads nothing and runs nothing. */
public final class EvaluationPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>uncanned: evaluation</title>
      <style>
      body { font: 15px/1.45 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; margin: .5rem 0 2rem }
      th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid #8884 }
      th:first-child, td:first-child { text-align: left }
      td { font-variant-numeric: tabular-nums }
      div { overflow-x: auto }
      svg { max-width: 100%; height: auto }
      </style>
      </head>
      <body>
      """;

  private EvaluationPage() {}

  /** The page. */
  public static String of(Evaluation found) {
    StringBuilder out = new StringBuilder(HEAD);
    out.append("<h1>What was found, judged by labels</h1>\n");
    EvaluationTable.of(found).forEach(table -> write(table, out));
    ContingencyTable.of(found.contingency()).forEach(table -> write(table, out));
    return out.append("</body>\n</html>\n").toString();
  }

  static String head() {
    return HEAD;
  }

  static void write(EvaluationTable table, StringBuilder out) {
    out.append("<h2>").append(Encode.forHtml(table.title())).append("</h2>\n<p>");
    out.append(Encode.forHtml(table.notes())).append("</p>\n<div><table>\n<thead>");
    row("th scope=\"col\"", "th", table.header(), out);
    out.append("</thead>\n<tbody>\n");
    table.rows().forEach(cells -> row("td", "td", cells, out));
    out.append("</tbody>\n</table></div>\n");
  }

  private static void row(String open, String close, List<String> cells, StringBuilder out) {
    out.append("<tr>");
    for (String cell : cells) {
      out.append('<').append(open).append('>').append(Encode.forHtml(cell));
      out.append("</").append(close).append('>');
    }
    out.append("</tr>\n");
  }
}
