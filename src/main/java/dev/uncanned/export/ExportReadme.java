package dev.uncanned.export;

import dev.uncanned.export.ExportSummary.ExportedColumn;
import dev.uncanned.export.ExportSummary.ExportedTable;

/** The page that lies in an export, for whoever gets it. */
public final class ExportReadme {

  private static final String HEAD =
      """
      # An anonymised export of uncanned

      Structure and scores of messages, without their texts. `manifest.json` says the same for
      programs.

      - Ids are made for this export only; they meet no other data.
      - What an outsider may know of a message (direction, channel, kind, relationship, language,
        team, week) is told as far as %d people and more share it. Rare values are null; rows that
        are rare even so are left out.
      - Senders, templates, campaigns and archives are named where they cover %d people and more.
        Counts of groups are rounded down to a multiple of %d; null stands for 1 to %d.
      - Days are shifted by up to %d days, all of a conversation by the same: gaps and order in it are
        true. Days of the week, holidays, and the order of conversations within weeks are not.
      - Sizes and times are told by the lower end of a bin.

      This is k-anonymity, not differential privacy. Rows of one person belong together by
      `recipient_id`, `dyad_id` and `thread_id`, and several rows, or scores that are rare, may still
      single out somebody of whom much is known. Do not try to find out who anybody is, and do not
      join it with other data of the same people.

      """;

  private ExportReadme() {}

  /** The page as Markdown. */
  public static String of(ExportSummary summary) {
    int k = summary.k();
    StringBuilder out = new StringBuilder();
    out.append(String.format(HEAD, k, k, k, k - 1, summary.jitter_days()));
    out.append("Format: ").append(summary.file_format());
    out.append(". Metric definitions: version ").append(summary.metric_version()).append(".\n\n");
    out.append("| table | one row | rows | rows left out |\n|---|---|---:|---:|\n");
    for (ExportedTable table : summary.tables()) {
      out.append("| ").append(table.name()).append(" | ").append(table.one_row());
      out.append(" | ").append(table.rows());
      out.append(" | ").append(table.rows_suppressed()).append(" |\n");
    }
    out.append("\nWithheld values, in the lists below, count those of rows left out too.\n");
    summary.tables().forEach(table -> section(table, out));
    return out.toString();
  }

  private static void section(ExportedTable table, StringBuilder out) {
    out.append("\n## ").append(table.name()).append("\n\n").append(table.meaning());
    out.append("\n\n| column | type | meaning | values withheld |\n|---|---|---|---:|\n");
    for (ExportedColumn column : table.columns()) {
      out.append("| ").append(column.name()).append(" | ").append(column.type());
      out.append(" | ").append(column.meaning()).append(" | ");
      out.append(column.values_withheld() == null ? "" : column.values_withheld());
      out.append(" |\n");
    }
  }
}
