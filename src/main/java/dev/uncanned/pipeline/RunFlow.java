package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.mart.QuarantineStage;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.mart.ScoreFact;
import dev.uncanned.mart.ScoreFactStage;
import dev.uncanned.mart.SenderDailyRow;
import dev.uncanned.mart.SenderDailyStage;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.pipeline.RunRequest.Until;
import dev.uncanned.score.KnownPeople;
import dev.uncanned.score.MessageScore;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Takes a prepared run through its steps, from the archives to the published generation. */
final class RunFlow {

  static final String PUBLISHED = "published";
  static final String STOPPED = "stopped";

  /**
   * How a run ended.
   *
   * @param generation that readers see now; 0 for none
   * @param counts null where it stopped before it published, and for one day alone
   */
  record End(String status, long generation, Publication.Counts counts) {}

  /** What the archives hold, once it has passed the checks. */
  private record Input(
      Dataset<Parsed> parsed, Intake intake, LocalDate asOf, PeopleDirectory people, RunJson json) {

    Input with(RunJson checked) {
      return new Input(parsed, intake, asOf, people, checked);
    }
  }

  /** Which texts belong together. */
  private record Grouped(
      Dataset<DistinctText> texts,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns) {}

  private final PreparedRun run;
  private final RunMemory memory;
  private final Store store;
  private final SparkSession session;
  private final RunRecord record;
  private final Erasures.Entry forgotten;
  private final StageTimes times;
  private final WorkTables work;
  private final Pipeline pipeline;

  /**
   * @param folder of the working tables
   * @param forgotten people whom this run erases; null for none
   */
  RunFlow(
      PreparedRun run,
      RunMemory memory,
      Store store,
      SparkSession session,
      Path folder,
      RunRecord record,
      Erasures.Entry forgotten) {
    this.run = run;
    this.memory = memory;
    this.store = store;
    this.session = session;
    this.record = record;
    this.forgotten = forgotten;
    this.times = new StageTimes(record);
    this.work = new WorkTables(session, folder, times);
    this.pipeline = new Pipeline(run, memory, session, work);
  }

  /** Goes as far as the request says. */
  End run() throws IOException, StoreBusyException {
    record.measures(times);
    work.forgetUnconfirmed(RunMemory.ARCHIVE);
    record.reads(memory.freshParts().size(), run.parts().size());
    Until until = run.request().until();
    Input input = input();
    Dataset<TextDocument> documents =
        pipeline.documents(input.intake(), input.people(), input.asOf());
    if (until == Until.INGEST) {
      return stopped();
    }
    Grouped grouped = grouped(documents);
    if (until == Until.CLUSTER) {
      return stopped();
    }
    if (run.request().only() != null) {
      return backfilled(input, documents, grouped);
    }
    Input judged = judged(input, documents, grouped);
    Results results = results(judged, documents, grouped);
    return until == Until.SCORE ? stopped() : published(judged, results);
  }

  private End stopped() throws IOException {
    return new End(STOPPED, store.newest().map(Manifest::generation).orElse(0L), null);
  }

  private Input input() throws IOException {
    Dataset<Parsed> parsed = pipeline.parsed();
    Intake read = Intake.of(parsed);
    run.stamps().requireUnchanged();
    work.confirm(RunMemory.ARCHIVE);
    Identities.requireNothingLost(read.counts(), read.span().rejected_n());
    Identities.requireTiled(read.counts());
    LocalDate asked = run.request().asOf();
    LocalDate asOf = asked == null ? read.newestDay() : asked;
    Intake intake = read.believing(parsed, asOf);
    record.looksUpTo(asOf);
    PeopleDirectory people = new PeopleDirectory(run.roster(), intake.owners());
    List<QualityGate.Verdict> checks = checks(intake, people, asOf);
    record.checked(checks);
    RunStamp stamp = new RunStamp(run.runId(), Version.METRICS, run.pseudonyms().keyId());
    RunJson json = new RunJson(run, stamp, asOf, intake, checks, times);
    gate(parsed, intake, json);
    requireAnyArchive(intake);
    if (run.request().only() != null) {
      Backfill.requireSamePeople(run, memory, people);
    }
    return new Input(parsed, intake, asOf, people, json);
  }

  private List<QualityGate.Verdict> checks(Intake intake, PeopleDirectory people, LocalDate asOf) {
    Long badFiles = run.request().badFiles();
    QualityConfig limits = run.config().quality();
    limits = badFiles == null ? limits : limits.withBadFiles(badFiles);
    ArchiveRecords now = ArchiveRecords.of(intake.counts(), people, run.contents());
    List<QualityGate.Verdict> checks =
        new ArrayList<>(
            QualityGate.judge(
                limits, intake.counts(), intake.span(), memory.last().missingIn(now)));
    LocalDate newest = intake.newest() == null ? null : intake.newestDay();
    checks.addAll(AsOfCheck.gap(limits, newest, asOf));
    return run.request().acceptShrink() ? QualityGate.acceptingShrink(checks) : checks;
  }

  /** A wrong path must not look fine on the first night; later ones compare with the last run. */
  private void requireAnyArchive(Intake intake) {
    boolean any =
        intake.counts().stream().anyMatch(one -> ArchiveRecords.holdsMessages(one.format()));
    if (!any && memory.last().isFirst()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          run.request().archives().get(0)
              + ": nothing that was given was recognised as a message archive; check the path, and"
              + " which formats are read");
    }
  }

  /** Stops a run whose input is too bad, and leaves what it takes to find out why. */
  private void gate(Dataset<Parsed> parsed, Intake intake, RunJson json) throws IOException {
    if (QualityGate.passed(json.checks())) {
      return;
    }
    Path out = run.request().out();
    QuarantineStage stage = new QuarantineStage(json.stamp(), intake.formats(), Version.CODE);
    RejectedRun.write(out, parsed, stage, json, memory.last().places());
    if (Intake.mayReadMore(parsed)) {
      // A rerun that took over what was read would be refused for the same, for ever.
      work.doubt(RunMemory.ARCHIVE);
    }
    QualityGate.requirePassed(json.checks(), out.toString());
  }

  private Grouped grouped(Dataset<TextDocument> documents) {
    Dataset<DistinctText> texts = pipeline.texts(documents);
    Dataset<ClusteredText> clusters = pipeline.clusters(texts);
    return new Grouped(texts, clusters, pipeline.campaigns(documents, clusters));
  }

  private Input judged(Input input, Dataset<TextDocument> documents, Grouped grouped) {
    QualityConfig limits = run.config().quality();
    RunJson json =
        input.json().with(ContentCheck.judge(limits, documents, grouped.campaigns(), input.asOf()));
    record.checked(json.checks());
    return input.with(json);
  }

  private Results results(Input input, Dataset<TextDocument> documents, Grouped grouped) {
    Dataset<ClusteredText> clusters = grouped.clusters();
    Scoring scoring = scoring(input, documents, grouped);
    Dataset<MessageScore> scores = scoring.scores();
    SideBySide.run(
        List.of(
            scoring::audiences,
            scoring::links,
            scoring::bursts,
            scoring::overlaps,
            scoring::permuted,
            scoring::offered));
    return new Results(
        input.parsed(),
        documents,
        grouped.texts(),
        clusters,
        pipeline.aliases(),
        templates(documents, grouped),
        scores,
        scoring.audiences(),
        scoring.links(),
        scoring.bursts(),
        scoring.overlaps(),
        scoring.permuted(),
        scoring.offered());
  }

  private Scoring scoring(Input input, Dataset<TextDocument> documents, Grouped grouped) {
    KnownPeople known = KnownPeople.of(input.intake().owners(), input.people(), run.pseudonyms());
    return new Scoring(
        run.config(),
        work,
        documents,
        grouped.clusters(),
        grouped.campaigns(),
        () -> templates(documents, grouped),
        known,
        () ->
            CoveredTimes.of(input.parsed(), input.intake().misdated(input.asOf()), input.people()),
        colleagues(input.people()),
        input.asOf());
  }

  private Set<String> colleagues(PeopleDirectory people) {
    return people.rosterNames().keySet().stream()
        .map(run.pseudonyms()::of)
        .collect(Collectors.toSet());
  }

  private Dataset<Template> templates(Dataset<TextDocument> documents, Grouped grouped) {
    return pipeline.templates(documents, grouped.texts(), grouped.clusters());
  }

  private End backfilled(Input input, Dataset<TextDocument> documents, Grouped grouped)
      throws IOException, StoreBusyException {
    Scoring scoring = scoring(input, documents, grouped);
    Dataset<ScoreFact> facts = new ScoreFactStage().apply(scoring.scores());
    Dataset<SenderDailyRow> days =
        new SenderDailyStage(input.json().stamp()).apply(facts, scoring.bursts());
    Manifest manifest = new Backfill(run, store, times, record).published(days);
    return new End(PUBLISHED, manifest.generation(), null);
  }

  private End published(Input input, Results results) throws IOException, StoreBusyException {
    Generation generation = store.begin(run.runId());
    TableWriter tables = new TableWriter(session, generation, times);
    RunJson json = input.json();
    Publication publication =
        new Publication(run, input.people(), json.stamp(), input.intake(), input.asOf(), tables);
    publication.write(results, json.checks());
    times.measure("report", () -> publication.report(generation));
    json.published(generation, tables.rowsByTable(), record);
    record.begins("publish");
    List<PublishedFile> state = state(input, generation);
    Manifest manifest =
        NewManifest.of(run, generation, input.asOf(), input.intake(), json.checks(), tables, store);
    record.requireGoingOn();
    if (forgotten != null) {
      // A rejected run may have kept a sample of theirs. A run that is killed once the manifest is
      // there leaves it to nobody: what goes on with an erasure looks at generations alone.
      RejectedRun.forget(run.request().out());
    }
    store.publish(generation, manifest.withState(state));
    record.published(manifest);
    return new End(PUBLISHED, generation.number(), publication.counts());
  }

  private List<PublishedFile> state(Input input, Generation generation)
      throws IOException, StoreBusyException {
    return new StateTables(store, generation)
        .write(
            memory,
            pipeline.archives(),
            pipeline.documents(),
            pipeline.clusterMemory(),
            input.people(),
            input.intake().span().cut_parts(),
            input.intake().dates(input.asOf()),
            forgotten == null ? null : run.erasures(),
            store.newest().map(Manifest::state).orElse(List.of()));
  }
}
