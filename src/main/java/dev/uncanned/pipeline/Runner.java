package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.mart.QuarantineStage;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.pipeline.RunRequest.Until;
import dev.uncanned.score.KnownPeople;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.Touch;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.OwnerOnly;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.store.StoreLock;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Carries out a request from the first check to the published generation.
 *
 * <p>One run at a time writes to an output folder. Until the manifest of the new generation is
 * created readers see the old one; whatever goes wrong before leaves it as it is.
 */
public final class Runner {

  private static final long NANOS = 1_000_000_000;
  private static final int MAX_CAUSES = 50;
  private static final String ANEW = "-anew";

  private final Map<String, String> environment;
  private final String home;
  private final RunRecord record;
  private final Preparation preparation;
  private final Preparation.Replayed replayed;
  private final Erasures.Entry forgotten;

  /**
   * @param environment variables of the process, for the configuration and the place of the key
   * @param home the user's home folder
   * @param record notes what is done
   */
  public Runner(Map<String, String> environment, String home, RunRecord record) {
    this(environment, home, record, null, null);
  }

  private Runner(
      Map<String, String> environment,
      String home,
      RunRecord record,
      Preparation.Replayed replayed,
      Erasures.Entry forgotten) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.record = record;
    this.replayed = replayed;
    this.preparation = new Preparation(environment, home, replayed, forgotten);
    this.forgotten = forgotten;
  }

  /** One that goes through the nights of a published generation once more. */
  Runner replaying(Path out, Manifest manifest) {
    return new Runner(environment, home, record, new Preparation.Replayed(out, manifest), null);
  }

  /** One that leaves some people out of the generation it makes, and removes all earlier ones. */
  Runner forgetting(Erasures.Entry people) {
    return new Runner(environment, home, record, null, people);
  }

  /**
   * Runs the request.
   *
   * @throws UserException for what the user can mend
   * @throws IllegalStateException if the counts do not add up: a bug
   */
  public RunResult run(RunRequest request) {
    long start = System.nanoTime();
    record.begins("checks");
    Store store = new Store(request.out());
    PreparedRun run = prepared(request, store);
    record.understood(run);
    try {
      store.create();
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE,
          request.out() + ": the output folder cannot be made or written; check path and rights");
    }
    try (StoreLock lock = store.lock(request.lockWait())) {
      return noted(run, store, lock, start);
    } catch (StoreBusyException busy) {
      throw StoreFailure.of(request.out(), busy);
    } catch (IOException failure) {
      throw StoreFailure.of(request.out(), failure);
    }
  }

  /** Notes in an output folder that there is why a run never came to ask for its lock. */
  private PreparedRun prepared(RunRequest request, Store store) {
    try {
      return preparation.prepared(request, store);
    } catch (RuntimeException failure) {
      if (store.exists()) {
        record.failed(failure);
        record.serves(newestNumber(store));
        record.write(request.out());
      }
      throw failure;
    }
  }

  private static long newestNumber(Store store) {
    try {
      return store.newest().map(Manifest::generation).orElse(0L);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /** Runs with the lock held, and leaves a note of how it ended. */
  private RunResult noted(PreparedRun run, Store store, StoreLock lock, long start)
      throws IOException, StoreBusyException {
    try {
      store.recover(lock);
      Erasures.finish(store, lock);
      RunResult result = locked(run, store, start);
      Erasures.finish(store, lock);
      record.ended(result);
      return result;
    } catch (Exception failure) {
      // Spark throws checked exceptions that no method of it declares.
      UserException known = known(run.request().out(), failure);
      record.failed(known == null ? failure : known);
      if (known != null) {
        throw known;
      }
      throw failure;
    } finally {
      record.write(run.request().out());
    }
  }

  /** What the user can do about a failure; null if it is a bug. */
  private UserException known(Path out, Exception failure) {
    if (record.interrupted()) {
      return RunRecord.stopped();
    }
    if (failure instanceof UserException user) {
      return user;
    }
    if (failure instanceof StoreBusyException busy) {
      return StoreFailure.of(out, busy);
    }
    IOException disk = ofTheDisk(failure);
    return disk == null ? null : StoreFailure.of(out, disk);
  }

  /** What Spark has wrapped many times; null if it is no failure of the disk. */
  private static IOException ofTheDisk(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof IOException found) {
        return found;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private RunResult locked(PreparedRun run, Store store, long start)
      throws IOException, StoreBusyException {
    preparation.requireStillRight(run, store);
    Optional<Manifest> newest = store.newest();
    record.serves(newest.map(Manifest::generation).orElse(0L));
    record.expects(LastRun.milliseconds(store));
    boolean unchanged = newest.isPresent() && newest.get().request_key().equals(run.key());
    long night = store.nextNumber();
    if (unchanged && !run.request().force()) {
      forgetEarlierWork(store.work(), night);
      return result("unchanged", run, newest.get().generation(), null, store, start);
    }
    RunMemory memory = memory(run, store, newest, night);
    FreeSpace.require(
        run.request().out(),
        Files.getFileStore(run.request().out()).getUsableSpace(),
        memory.freshBytes(),
        newest.map(Runner::bytes).orElse(0L));
    Path work = store.work().resolve(run.key() + "-" + night + (memory.replays() ? ANEW : ""));
    forgetOtherWork(store.work(), work);
    WorkFolder.open(work);
    boolean keep = false;
    try {
      RunResult result = withSession(run, memory, store, work, start);
      keep = result.status().equals("stopped");
      return result;
    } finally {
      if (!keep) {
        Folders.delete(work);
      }
    }
  }

  private static long bytes(Manifest manifest) {
    return manifest.files().stream().mapToLong(PublishedFile::bytes).sum();
  }

  private RunMemory memory(PreparedRun run, Store store, Optional<Manifest> newest, long night)
      throws IOException {
    if (replayed != null) {
      return RunMemory.of(run, new Store(replayed.out()), replayed.manifest(), night);
    }
    return newest.isPresent()
        ? RunMemory.of(run, store, newest.get(), night)
        : RunMemory.none(run, night);
  }

  private static void forgetOtherWork(Path all, Path own) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    try (var folders = Files.list(all)) {
      for (Path folder : folders.filter(folder -> !folder.equals(own)).toList()) {
        Folders.delete(folder);
      }
    }
  }

  /** Removes what a run left that was killed after it had published; nothing can go on from it. */
  private static void forgetEarlierWork(Path all, long night) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    try (var folders = Files.list(all)) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        if (!name.endsWith("-" + night) && !name.endsWith("-" + night + ANEW)) {
          Folders.delete(folder);
        }
      }
    }
  }

  private RunResult withSession(
      PreparedRun run, RunMemory memory, Store store, Path work, long start)
      throws IOException, StoreBusyException {
    Path scratch = work.resolve("scratch");
    OwnerOnly.createDirectories(scratch);
    record.begins("spark");
    String master = run.request().master();
    SparkSession session =
        master == null ? SparkSessions.local(scratch, run.bytes()) : SparkSessions.cluster(master);
    SparkWork engine = new SparkWork();
    session.sparkContext().addSparkListener(engine);
    try {
      record.works(engine, session.sparkContext()::cancelAllJobs);
      return flow(run, memory, store, session, work, start);
    } finally {
      record.rests();
      session.stop();
      Folders.delete(scratch);
    }
  }

  private RunResult flow(
      PreparedRun run, RunMemory memory, Store store, SparkSession session, Path work, long start)
      throws IOException, StoreBusyException {
    StageTimes times = new StageTimes(record);
    record.measures(times);
    record.reads(memory.freshParts().size(), run.parts().size());
    Until until = run.request().until();
    Pipeline pipeline = new Pipeline(run, memory, session, new WorkTables(session, work, times));
    Dataset<Parsed> parsed = pipeline.parsed();
    Intake intake = Intake.of(parsed);
    run.stamps().requireUnchanged();
    Identities.requireNothingLost(intake.counts(), intake.span().rejected_n());
    Identities.requireTiled(intake.counts());
    LocalDate asked = run.request().asOf();
    LocalDate asOf = asked == null ? intake.newestDay() : asked;
    record.looksUpTo(asOf);
    RunStamp stamp = new RunStamp(run.runId(), Version.METRICS, run.pseudonyms().keyId());
    List<QualityGate.Verdict> checks = checks(run, intake, LastRun.records(store));
    record.checked(checks);
    RunJson json = new RunJson(run, stamp, asOf, intake, checks, times);
    gate(run, parsed, intake, json);
    PeopleDirectory people = new PeopleDirectory(run.roster(), intake.owners());
    KnownPeople known = KnownPeople.of(intake.owners(), people, run.pseudonyms());
    Dataset<TextDocument> documents = pipeline.documents(intake, people, asOf);
    if (until == Until.INGEST) {
      return stopped(run, store, start);
    }
    Dataset<DistinctText> texts = pipeline.texts(documents);
    Dataset<ClusteredText> clusters = pipeline.clusters(texts);
    Dataset<CampaignMember> campaigns = pipeline.campaigns(documents, clusters);
    if (until == Until.CLUSTER) {
      return stopped(run, store, start);
    }
    QualityConfig limits = run.config().quality();
    json = json.with(ContentCheck.judge(limits, documents, campaigns, asOf));
    record.checked(json.checks());
    Supplier<Dataset<Template>> drawn = () -> pipeline.templates(documents, texts, clusters);
    Dataset<MessageScore> scores =
        pipeline.scores(documents, clusters, campaigns, drawn, known, asOf);
    Dataset<Template> templates = drawn.get();
    Dataset<Touch> history = pipeline.history(documents, campaigns, asOf);
    SideBySide.run(
        List.of(
            () -> pipeline.audiences(documents, campaigns),
            () -> pipeline.links(documents, campaigns),
            () -> pipeline.bursts(history),
            () -> pipeline.overlaps(documents, history),
            () -> pipeline.permuted(documents, clusters, campaigns, known),
            () -> pipeline.offered(documents, campaigns)));
    if (until == Until.SCORE) {
      return stopped(run, store, start);
    }
    Generation generation = store.begin(run.runId());
    TableWriter tables = new TableWriter(session, generation, times);
    Publication publication = new Publication(run, people, stamp, intake, asOf, tables);
    publication.write(
        new Results(
            parsed,
            documents,
            texts,
            clusters,
            pipeline.aliases(),
            templates,
            scores,
            pipeline.audiences(documents, campaigns),
            pipeline.links(documents, campaigns),
            pipeline.bursts(history),
            pipeline.overlaps(documents, history),
            pipeline.permuted(documents, clusters, campaigns, known),
            pipeline.offered(documents, campaigns)),
        json.checks());
    times.measure("report", () -> publication.report(generation));
    json.published(generation, tables.rowsByTable(), record);
    record.begins("publish");
    List<PublishedFile> state =
        new StateTables(store, generation)
            .write(
                memory,
                pipeline.archives(),
                pipeline.documents(),
                pipeline.clusterMemory(),
                people,
                intake.latest(asOf),
                forgotten == null ? null : run.erasures(),
                store.newest().map(Manifest::state).orElse(List.of()));
    Manifest manifest = NewManifest.of(run, generation, asOf, intake, json.checks(), tables, store);
    record.requireGoingOn();
    store.publish(generation, manifest.withState(state));
    record.published(manifest);
    RejectedRun.forget(run.request().out());
    return result("published", run, generation.number(), publication.counts(), store, start);
  }

  private static List<QualityGate.Verdict> checks(
      PreparedRun run, Intake intake, Map<String, Long> last) {
    Long badFiles = run.request().badFiles();
    QualityConfig limits = run.config().quality();
    limits = badFiles == null ? limits : limits.withBadFiles(badFiles);
    limits = run.request().acceptShrink() ? limits.withAnyShrink() : limits;
    return QualityGate.judge(limits, intake.counts(), intake.span(), last);
  }

  /** Stops a run whose input is too bad, and leaves what it takes to find out why. */
  private static void gate(PreparedRun run, Dataset<Parsed> parsed, Intake intake, RunJson json)
      throws IOException {
    if (QualityGate.passed(json.checks())) {
      return;
    }
    Path out = run.request().out();
    QuarantineStage stage = new QuarantineStage(json.stamp(), intake.formats(), Version.CODE);
    RejectedRun.write(out, parsed, stage, json);
    QualityGate.requirePassed(json.checks(), out.toString());
  }

  private RunResult stopped(PreparedRun run, Store store, long start) throws IOException {
    long generation = store.newest().map(Manifest::generation).orElse(0L);
    return result("stopped", run, generation, null, store, start);
  }

  private static RunResult result(
      String status,
      PreparedRun run,
      long generation,
      Publication.Counts counts,
      Store store,
      long start) {
    Path report = store.current().resolve("reports").resolve("index.html");
    return new RunResult(
        status,
        run.runId(),
        generation,
        counts == null ? null : counts.messages(),
        counts == null ? null : counts.massSends(),
        counts == null ? null : counts.rejected(),
        (System.nanoTime() - start) / NANOS,
        generation == 0 ? null : report.toString());
  }
}
