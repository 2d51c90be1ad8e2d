package dev.uncanned.export;

import dev.uncanned.mart.DataDictionary;

/** Writes down what every exported column means, from the records themselves. */
public final class ExportDictionary {

  private static final String HEAD =
      """
      # Columns of an export

      Generated from the records of `dev.uncanned.export`; do not edit by hand.
      Write it again with `jobs/uncanned dictionary --export > docs/export-columns.md`.

      Tables lie at `DIR/<table>/*.parquet`, or `*.csv`. Null means unknown or withheld, never zero
      and never no. What is withheld and why is told in [export](export.md).
      """;

  private ExportDictionary() {}

  /** The whole dictionary as Markdown. */
  public static String markdown() {
    return HEAD + DataDictionary.sections(ExportTables.ALL);
  }
}
