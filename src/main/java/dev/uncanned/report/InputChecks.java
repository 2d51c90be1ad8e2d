package dev.uncanned.report;

import dev.uncanned.mart.DataQualityRow;
import java.util.ArrayList;
import java.util.List;

/** Says in words what the checks of the input gave. */
final class InputChecks {

  private static final String RUN = "run";

  private final List<DataQualityRow> rows;

  InputChecks(List<DataQualityRow> rows) {
    this.rows = rows;
  }

  /** One sentence for all that passed, and one for each warning; none without any check. */
  List<String> sentences() {
    List<String> warnings = new ArrayList<>();
    long checks = 0;
    long archives = 0;
    long gone = 0;
    for (DataQualityRow row : rows) {
      boolean warned = row.verdict().equals("warn");
      if (row.scope().equals(RUN)) {
        checks++;
        if (warned) {
          warnings.add(warning(row));
        }
      } else if (warned && row.check_name().equals("shrunk")) {
        archives++;
        gone += row.n();
      }
    }
    if (archives > 0) {
      warnings.add(
          Figures.count(gone, "record of the last run is", "records of the last run are")
              + " gone from "
              + Figures.count(archives, "archive.", "archives."));
    }
    if (checks > 0) {
      long passed = checks - warnings.size() + (archives > 0 ? 1 : 0);
      warnings.add(
          0,
          Figures.count(passed) + " of " + Figures.count(checks) + " checks of the input passed.");
    }
    return warnings;
  }

  private static String warning(DataQualityRow row) {
    return switch (row.check_name()) {
      case "quarantined" -> of(row, "record", "records") + " cannot be read" + share(row) + ".";
      case "bad_files" -> Figures.count(row.n(), "file", "files") + " cannot be read as a whole.";
      case "vanished" ->
          of(row, "record", "records")
              + " of the last run"
              + verb(row, " was", " were")
              + " in archives that are not given"
              + share(row)
              + ".";
      case "degraded" ->
          "The clock ended the reading of "
              + Figures.count(row.n(), "part", "parts")
              + " of the archives; the next run reads again.";
      case "decode_replaced" ->
          of(row, "message", "messages")
              + verb(row, " has", " have")
              + " bytes that are not valid in their charset"
              + share(row)
              + ".";
      case "undated" ->
          of(row, "message", "messages")
              + verb(row, " has", " have")
              + " no date that can be believed"
              + share(row)
              + "; no day counts them.";
      case "one_template" ->
          "One template holds " + of(row, "message", "messages") + share(row) + ".";
      case "day_messages" -> day(row, "message", "messages");
      case "day_senders" ->
          "On the last day "
              + Figures.count(row.n(), "sender", "senders")
              + " wrote, which is unusual.";
      case "day_templates" -> day(row, "template", "templates");
      case "as_of_gap" ->
          "The as-of day lies "
              + Figures.count(row.n(), "day", "days")
              + " after the newest message or export; is the clock right?";
      default -> row.check_name() + ": " + of(row, "case", "cases") + ".";
    };
  }

  /** How many, and of how many where that is known. */
  private static String of(DataQualityRow row, String one, String many) {
    return row.of_n() == null
        ? Figures.count(row.n(), one, many)
        : Figures.count(row.n()) + " of " + Figures.count(row.of_n()) + " " + many;
  }

  private static String verb(DataQualityRow row, String one, String many) {
    return row.n() == 1 ? one : many;
  }

  private static String day(DataQualityRow row, String one, String many) {
    return "The last day brought " + Figures.count(row.n(), one, many) + ", which is unusual.";
  }

  private static String share(DataQualityRow row) {
    return row.share() == null ? "" : " (" + Figures.percent(row.share()) + ")";
  }
}
