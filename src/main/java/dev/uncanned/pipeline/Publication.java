package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.Rejected;
import dev.uncanned.cluster.ClusterAlias;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.CampaignsStage;
import dev.uncanned.mart.ClusterAliasRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterLineageStage;
import dev.uncanned.mart.ClusterMemberRow;
import dev.uncanned.mart.ClusterMembersStage;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.ClustersStage;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.InputsStage;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.MessageScoresStage;
import dev.uncanned.mart.MessageTextRow;
import dev.uncanned.mart.MessageTextsStage;
import dev.uncanned.mart.MessagesStage;
import dev.uncanned.mart.PeopleStage;
import dev.uncanned.mart.PersonRow;
import dev.uncanned.mart.QuarantineRow;
import dev.uncanned.mart.QuarantineStage;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RejectedStage;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.ReliabilityStage;
import dev.uncanned.mart.RewordingEvidenceRow;
import dev.uncanned.mart.RewordingEvidenceStage;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.mart.ScoreFact;
import dev.uncanned.mart.ScoreFactStage;
import dev.uncanned.mart.SenderDailyRow;
import dev.uncanned.mart.SenderDailyStage;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SenderSummaryStage;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.SlotValueRow;
import dev.uncanned.mart.SlotValuesStage;
import dev.uncanned.mart.SlotsStage;
import dev.uncanned.mart.TeamEnd;
import dev.uncanned.mart.TeamEndStage;
import dev.uncanned.mart.TeamEnds;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.mart.TeamSummaryStage;
import dev.uncanned.message.KnownAs;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.report.HtmlReport;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.SenderCompanyStage;
import dev.uncanned.store.Generation;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Fills the tables of a generation and draws its report from them. */
final class Publication {

  private final PreparedRun run;
  private final PeopleDirectory people;
  private final RunStamp stamp;
  private final Intake intake;
  private final LocalDate asOf;
  private final TableWriter tables;
  private Counts counts;
  private Findings findings;
  private List<Reliability> reliabilities;

  Publication(
      PreparedRun run,
      PeopleDirectory people,
      RunStamp stamp,
      Intake intake,
      LocalDate asOf,
      TableWriter tables) {
    this.run = run;
    this.people = people;
    this.stamp = stamp;
    this.intake = intake;
    this.asOf = asOf;
    this.tables = tables;
  }

  /** What the run found, for its closing line. */
  record Counts(long messages, long massSends, long rejected) {}

  /** What the run found; null before {@link #write}. */
  Counts counts() {
    return counts;
  }

  /**
   * Writes all tables.
   *
   * @param checks what the checks of the input gave
   */
  void write(Results found, List<QualityGate.Verdict> checks) {
    Dataset<MessageScore> scores = found.scores();
    Dataset<ScoreFact> facts = new ScoreFactStage().apply(scores);
    SideBySide.run(
        List.of(
            () -> tables.large(MessageRow.class, new MessagesStage(stamp).apply(scores)),
            () ->
                tables.large(
                    MessageScoreRow.class,
                    new MessageScoresStage(stamp).apply(scores, found.offered())),
            () ->
                tables.large(
                    MessageTextRow.class,
                    new MessageTextsStage(stamp, oldestText()).apply(found.documents())),
            () -> people(found.documents()),
            () -> clusters(found),
            () -> campaigns(found),
            () ->
                tables.small(
                    RewordingEvidenceRow.class,
                    new RewordingEvidenceStage(stamp).apply(found.links())),
            () ->
                tables.small(
                    SenderDailyRow.class, new SenderDailyStage(stamp).apply(facts, found.bursts())),
            () -> tables.small(SenderSummaryRow.class, new SenderSummaryStage(stamp).apply(facts)),
            () -> weeks(found, facts),
            () -> reliabilities = new ReliabilityStage().apply(facts).collectAsList(),
            () -> inputs(found.parsed(), found.documents()),
            () -> checks(checks, found)));
    Dataset<InputRow> inputs = tables.read(InputRow.class);
    Map<String, Long> rows = tables.rowsByTable();
    long messages = oldestText() == null ? rows.get("messages_text") : found.documents().count();
    Identities.requireSums(inputs.collectAsList(), messages);
    Identities.requireSameRows(rows);
    findings = Findings.of(tables.tables());
    counts = new Counts(messages, findings.massSends(), rows.get("rejected_records"));
    SelfChecks checked = SelfChecks.of(found);
    tables.small(
        RunMetricRow.class,
        new RunMetrics(stamp, run.configJson(), reliabilities, checked).of(found, rows));
  }

  private Instant oldestText() {
    return run.config().retention().oldestText(asOf);
  }

  /** What is told by weeks, of which only those that the archives cover are whole. */
  private void weeks(Results found, Dataset<ScoreFact> facts) {
    TeamEnds ends = ends(facts);
    tables.small(
        TeamSummaryRow.class,
        new TeamSummaryStage(stamp, asOf, ends).apply(facts, found.overlaps()));
    tables.small(
        ClusterLineageRow.class, new ClusterLineageStage(stamp, asOf, ends).apply(found.scores()));
  }

  private TeamEnds ends(Dataset<ScoreFact> facts) {
    TeamEnds ends = new TeamEnds();
    for (InputCount count : intake.counts()) {
      String owner = people.owner(count.archive_id());
      if (owner != null) {
        ends.note(people.team(owner), count.exported_at());
      }
    }
    for (TeamEnd end : new TeamEndStage().apply(facts).collectAsList()) {
      ends.note(end.team_id(), end.newest_at());
    }
    return ends;
  }

  private void people(Dataset<TextDocument> documents) {
    Dataset<PersonRow> seen = new PeopleStage(stamp).apply(documents);
    tables.small(PersonRow.class, seen.union(known(documents)));
  }

  private void campaigns(Results found) {
    tables.small(
        CampaignRow.class,
        new CampaignsStage(stamp)
            .apply(found.scores(), new SenderCompanyStage().apply(found.documents())));
  }

  private void clusters(Results found) {
    Dataset<ClusterRow> rows =
        tables.small(
            ClusterRow.class,
            new ClustersStage(stamp, found.aliases())
                .apply(
                    found.scores(),
                    found.clusters(),
                    found.templates(),
                    found.audiences(),
                    found.links()));
    tables.large(
        ClusterMemberRow.class,
        new ClusterMembersStage(stamp).apply(found.documents(), found.clusters(), rows));
    tables.small(ClusterAliasRow.class, aliases(found));
    tables.small(SlotRow.class, new SlotsStage(stamp).apply(found.templates()));
    tables.small(SlotValueRow.class, new SlotValuesStage(stamp).apply(found.templates()));
  }

  private void checks(List<QualityGate.Verdict> checks, Results found) {
    SparkSession session = found.documents().sparkSession();
    List<DataQualityRow> rows = QualityGate.rows(checks, stamp);
    tables.small(
        DataQualityRow.class, session.createDataset(rows, Records.encoder(DataQualityRow.class)));
  }

  private Dataset<ClusterAliasRow> aliases(Results found) {
    List<ClusterAliasRow> rows = new ArrayList<>();
    for (ClusterAlias alias : found.aliases()) {
      rows.add(ClusterAliasRow.of(alias.old_id(), alias.survivor_id(), alias.night(), stamp));
    }
    SparkSession session = found.documents().sparkSession();
    return session.createDataset(rows, Records.encoder(ClusterAliasRow.class));
  }

  private void inputs(Dataset<Parsed> parsed, Dataset<TextDocument> documents) {
    tables.small(InputRow.class, new InputsStage(stamp).apply(Pipeline.counts(parsed), documents));
    Dataset<Rejected> rejected = Pipeline.rejected(parsed);
    tables.small(RejectedRow.class, new RejectedStage(stamp).apply(rejected));
    tables.small(
        QuarantineRow.class,
        new QuarantineStage(stamp, intake.formats(), Version.CODE).apply(rejected));
  }

  private Dataset<PersonRow> known(Dataset<TextDocument> documents) {
    List<PersonRow> rows = new ArrayList<>();
    for (KnownAs one : people.known()) {
      rows.add(
          new PersonRow(
              run.pseudonyms().of(one.person()),
              one.name(),
              one.address(),
              people.team(one.person()),
              one.reason(),
              stamp.run_id(),
              stamp.metric_version(),
              stamp.key_id()));
    }
    return documents.sparkSession().createDataset(rows, Records.encoder(PersonRow.class));
  }

  /** Draws the report from the tables as they stand on the disk. */
  void report(Generation generation) {
    PublishedTables written = tables.tables();
    Map<String, String> names = RosterNames.shown(run.config().report().names(), written);
    String page = HtmlReport.render(new ReportRendering(written, findings, asOf, names).source());
    try {
      Files.writeString(generation.reports().resolve("index.html"), page);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
