package dev.uncanned.evaluation;

import dev.uncanned.archive.CsvReader;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads labels from a CSV file with the header columns {@code sender, recipient, sent_at, kind,
 * campaign, mass_send}, in any order; {@code template} and {@code defect} may be there, further
 * columns are ignored.
 */
public final class TruthReader {

  private static final List<String> COLUMNS =
      List.of("sender", "recipient", "sent_at", "kind", "campaign", "mass_send");

  private TruthReader() {}

  /**
   * The labels in the order of the file.
   *
   * @throws UserException if the file is missing, lacks a column, has no labels or holds a bad time
   *     or flag
   */
  public static List<TruthRow> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(ExitCode.NO_INPUT, file + ": there is no such file of labels");
    }
    try (InputStream in = Files.newInputStream(file);
        CsvReader csv = new CsvReader(in)) {
      Map<String, Integer> places = CsvColumns.of(csv);
      for (String column : COLUMNS) {
        if (!places.containsKey(column)) {
          throw new UserException(ExitCode.DATA, file + ": the column " + column + " is missing");
        }
      }
      List<TruthRow> rows = new ArrayList<>();
      while (csv.next()) {
        rows.add(row(csv, places, file, rows.size() + 1));
      }
      if (rows.isEmpty()) {
        throw new UserException(ExitCode.DATA, file + ": has no labels below its header");
      }
      return rows;
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, file + ": the labels cannot be read");
    }
  }

  private static TruthRow row(CsvReader csv, Map<String, Integer> places, Path file, int number) {
    String sent = csv.cell(places.get("sent_at"));
    String mass = csv.cell(places.get("mass_send")).toLowerCase(Locale.ROOT);
    if (!List.of("", "true", "false").contains(mass)) {
      throw new UserException(
          ExitCode.DATA, file + ": row " + number + ": mass_send is neither true, false nor empty");
    }
    try {
      return new TruthRow(
          csv.cell(places.get("sender")),
          csv.cell(places.get("recipient")),
          sent.isEmpty() ? null : Instant.parse(sent),
          csv.cell(places.get("kind")),
          csv.cell(places.get("campaign")),
          optional(csv, places.get("template")),
          mass.isEmpty() ? null : Boolean.valueOf(mass),
          optional(csv, places.get("defect")));
    } catch (DateTimeException wrong) {
      throw new UserException(
          ExitCode.DATA,
          file + ": row " + number + ": sent_at is no time like 2026-10-22T13:15:00Z");
    }
  }

  private static String optional(CsvReader csv, Integer place) {
    return place == null ? null : csv.cell(place);
  }
}
