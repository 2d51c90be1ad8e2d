package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.mart.PersonRow;
import dev.uncanned.message.RosterEntry;
import dev.uncanned.report.AnalystSource;
import dev.uncanned.report.HtmlReport;
import dev.uncanned.report.ReportFigures;
import dev.uncanned.report.ReportSource;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import dev.uncanned.table.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Reads once more what the report of a published generation shows, and changes nothing there. */
public final class PublishedReport {

  private static final String PEOPLE = PublishedTables.path(PersonRow.class);
  private static final String NAMES = "report.names";

  private final ReportRequest request;
  private final Map<String, String> environment;
  private final Manifest manifest;
  private final Path folder;

  private PublishedReport(
      ReportRequest request, Map<String, String> environment, Outputs.Newest found) {
    this.request = request;
    this.environment = Map.copyOf(environment);
    this.manifest = found.manifest();
    this.folder = found.folder();
  }

  /**
   * What was found.
   *
   * @param html the page
   * @param figures what it shows, for programs
   * @param names how the team appears, as it turned out
   * @param note why it does not appear as was asked; null if it does
   */
  public record Found(
      Manifest manifest,
      String html,
      Map<String, Object> figures,
      ReportConfig.Names names,
      String note) {

    private static Found of(
        Manifest manifest, ReportSource source, ReportConfig.Names names, String note) {
      return new Found(manifest, HtmlReport.render(source), ReportFigures.of(source), names, note);
    }

    private static Found of(Manifest manifest, AnalystSource source) {
      return new Found(
          manifest,
          HtmlReport.render(source),
          ReportFigures.of(source),
          ReportConfig.Names.PSEUDONYM,
          null);
    }
  }

  /**
   * Reads a generation.
   *
   * @param environment variables of the process, for the configuration
   * @throws UserException if it is not there, is damaged, or was written by a version whose tables
   *     do not tell what the report shows
   */
  public static Found read(ReportRequest request, Map<String, String> environment) {
    Path out = request.out();
    Outputs.Newest found = Outputs.of(out, request.generation());
    try {
      return new PublishedReport(request, environment, found).found();
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  private Found found() throws IOException {
    List<RosterEntry> roster =
        request.roster() == null ? null : RosterReader.read(request.roster());
    ReportConfig.Names asked = asked();
    requireReadable();
    if (request.page() == ReportRequest.Page.ANALYST) {
      return Found.of(manifest, read(tables -> new AnalystRendering(tables, asOf()).source()));
    }
    boolean named = asked == ReportConfig.Names.ROSTER;
    boolean known = Files.isDirectory(folder.resolve(PEOPLE));
    if (named && known) {
      requireReadable(PersonRow.class, List.of(Records.names(PersonRow.class)));
    }
    ReportSource source = source(named && known ? asked : ReportConfig.Names.PSEUDONYM, roster);
    return named && !known
        ? Found.of(manifest, source, ReportConfig.Names.PSEUDONYM, withoutPeople())
        : Found.of(manifest, source, asked, null);
  }

  private String withoutPeople() {
    return folder.resolve(PEOPLE)
        + ": not there, as where an output was handed on without it; everybody appears by pseudonym";
  }

  private ReportConfig.Names asked() throws IOException {
    ConfigReader reader = new ConfigReader();
    ReportConfig.Names inForce = reader.read(request.config(), environment).report().names();
    if (request.names() != null) {
      return request.names();
    }
    boolean set =
        reader.values(request.config(), environment).stream()
            .anyMatch(one -> one.key().equals(NAMES) && !one.origin().equals(ConfigValue.DEFAULT));
    boolean recorded = Files.isRegularFile(folder.resolve(RunJson.FILE));
    return request.roster() != null
        ? ReportConfig.Names.ROSTER
        : set || !recorded ? inForce : asInTheRun(inForce);
  }

  /** What the run had, or the given where its version wrote nothing of it. */
  private ReportConfig.Names asInTheRun(ReportConfig.Names otherwise) throws IOException {
    JsonNode run = new ObjectMapper().readTree(LastRun.json(new Store(request.out()), manifest));
    String names = run.path("config").path("report").path("names").asText();
    for (ReportConfig.Names one : ReportConfig.Names.values()) {
      if (one.name().equals(names.toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    return otherwise;
  }

  private void requireReadable() throws IOException {
    for (Map.Entry<Class<? extends Record>, List<String>> one :
        ReportTables.columns(request.page()).entrySet()) {
      requireReadable(one.getKey(), one.getValue());
    }
  }

  private void requireReadable(Class<? extends Record> record, List<String> columns)
      throws IOException {
    String table = PublishedTables.path(record);
    PublishedFiles.requireWhole(request.out(), folder, manifest, table);
    String missing = PublishedColumns.missing(folder.resolve(table), record, columns);
    if (missing != null) {
      throw new UserException(
          ExitCode.DATA,
          request.out()
              + ": generation "
              + manifest.generation()
              + " was written by version "
              + manifest.code_version()
              + ", and "
              + missing
              + ", which the report of this version needs; draw it with that version, look at its"
              + " reports/index.html, or run again on the archives");
    }
  }

  private ReportSource source(ReportConfig.Names shown, List<RosterEntry> roster)
      throws IOException {
    boolean other = roster != null && shown == ReportConfig.Names.ROSTER;
    Map<String, String> given = other ? RosterNames.of(roster, PublishedPeople.read(folder)) : null;
    return read(
        tables -> {
          Map<String, String> names = other ? given : RosterNames.shown(shown, tables);
          return new ReportRendering(tables, Findings.of(tables), asOf(), names).source();
        });
  }

  private LocalDate asOf() {
    return LocalDate.parse(manifest.as_of());
  }

  private <S> S read(Function<PublishedTables, S> reader) throws IOException {
    Path fresh = Files.createTempDirectory(request.results(), "uncanned-report");
    try (TemporaryFolder work = new TemporaryFolder(fresh)) {
      SparkSession session = SparkSessions.local(work.path(), bytes());
      try {
        return reader.apply(new PublishedTables(session, folder));
      } finally {
        session.stop();
      }
    }
  }

  private long bytes() {
    return manifest.files().stream().mapToLong(PublishedFile::bytes).sum();
  }
}
