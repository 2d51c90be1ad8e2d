package dev.uncanned.pipeline;

import dev.uncanned.archive.CsvReader;
import dev.uncanned.archive.ProfileUrl;
import dev.uncanned.archive.Reason;
import dev.uncanned.message.RosterEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the roster: a CSV with the columns {@code sender}, {@code email}, {@code profile_url} and
 * {@code team}, in any order; further columns are ignored.
 *
 * <p>Needed are {@code sender} and at least one of the two addresses. A person with several
 * addresses has several lines with the same name.
 */
final class RosterReader {

  private static final String SENDER = "sender";
  private static final String EMAIL = "email";
  private static final String PROFILE_URL = "profile_url";
  private static final String TEAM = "team";

  private RosterReader() {}

  /**
   * The lines of a roster.
   *
   * @throws UserException if the file is missing, lacks a needed column, has a line that cannot be
   *     read or lacks name or address, or gives one address to two people or teams
   */
  static List<RosterEntry> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.NO_INPUT, file + ": there is no such roster file; check --roster");
    }
    try (InputStream in = Files.newInputStream(file);
        CsvReader csv = new CsvReader(in)) {
      return entries(file, csv);
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, file + ": the roster cannot be read; check its rights");
    }
  }

  private static List<RosterEntry> entries(Path file, CsvReader csv) throws IOException {
    Map<String, Integer> columns = csv.next() ? header(csv) : Map.of();
    requireColumns(file, columns);
    csv.expect(1, Integer.MAX_VALUE, record -> true);
    List<RosterEntry> entries = new ArrayList<>();
    RosterAddresses addresses = new RosterAddresses(file);
    int record = 1;
    while (csv.next()) {
      record++;
      RosterEntry entry = entry(file, csv, columns, record);
      addresses.add(record, entry);
      entries.add(entry);
    }
    return entries;
  }

  private static RosterEntry entry(
      Path file, CsvReader csv, Map<String, Integer> columns, int record) {
    String here = file + ": record " + record + " of the roster ";
    if (csv.reason() == Reason.CSV_UNTERMINATED) {
      throw new UserException(
          ExitCode.DATA, here + "begins a quote that is never closed; close or remove it");
    }
    if (csv.reason() != null) {
      throw new UserException(
          ExitCode.DATA, here + "cannot be read; check its quotes and its length");
    }
    String sender = cell(csv, columns.get(SENDER));
    if (sender == null) {
      throw new UserException(ExitCode.DATA, here + "names no sender");
    }
    return new RosterEntry(
        sender,
        cell(csv, columns.get(EMAIL)),
        ProfileUrl.normalise(cell(csv, columns.get(PROFILE_URL))),
        cell(csv, columns.get(TEAM)));
  }

  private static Map<String, Integer> header(CsvReader csv) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < csv.columns(); i++) {
      columns.putIfAbsent(csv.cell(i).strip().toLowerCase(Locale.ROOT), i);
    }
    return columns;
  }

  private static void requireColumns(Path file, Map<String, Integer> columns) {
    boolean addresses = columns.containsKey(EMAIL) || columns.containsKey(PROFILE_URL);
    if (!columns.containsKey(SENDER) || !addresses) {
      // Without a header the columns of the file are somebody's name and address.
      List<String> known =
          Stream.of(SENDER, EMAIL, PROFILE_URL, TEAM).filter(columns::containsKey).toList();
      throw new UserException(
          ExitCode.DATA,
          file
              + ": a roster needs a first line with the columns sender,email,profile_url,team;"
              + " of these it has "
              + (known.isEmpty() ? "none" : String.join(",", known)));
    }
  }

  private static String cell(CsvReader csv, Integer column) {
    if (column == null || column >= csv.columns()) {
      return null;
    }
    String text = csv.cell(column).strip();
    return text.isEmpty() ? null : text;
  }
}
