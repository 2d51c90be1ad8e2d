package dev.uncanned.pipeline;

import dev.uncanned.entity.CoreNlpEntityFinder;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.OwnerOnly;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.store.StoreLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
      record.serves(newestNumber(store));
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
    } catch (Throwable failure) {
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
  private UserException known(Path out, Throwable failure) {
    if (record.interrupted()) {
      return RunRecord.stopped();
    }
    if (failure instanceof UserException user) {
      return user;
    }
    if (failure instanceof StoreBusyException busy) {
      return StoreFailure.of(out, busy);
    }
    if (within(failure, OutOfMemoryError.class) != null) {
      return HeapCheck.tooLittle();
    }
    IOException disk = within(failure, IOException.class);
    return disk == null ? null : StoreFailure.of(out, disk);
  }

  /** What Spark has wrapped many times; null if it is not of that kind. */
  private static <T extends Throwable> T within(Throwable failure, Class<T> kind) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
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
      WorkFolder.forgetEarlier(store.work(), night);
      return result("unchanged", run, newest.get().generation(), null, store, start);
    }
    newest.ifPresent(published -> AsOfCheck.requireNotEarlier(run.request(), published));
    if (run.request().only() != null) {
      Backfill.requirePossible(run, newest);
    }
    RunMemory memory = memory(run, store, newest, night);
    Path work = WorkFolder.of(store.work(), run.key(), night, memory.replays());
    FreeSpace.require(
        run.request().out(),
        Files.getFileStore(run.request().out()).getUsableSpace() + WorkFolder.bytes(store.work()),
        memory.freshBytes(),
        newest.map(Runner::bytes).orElse(0L));
    WorkFolder.forgetOthers(store.work(), work);
    WorkFolder.open(work);
    boolean goesOn = WorkTables.anyFinished(work);
    try {
      RunResult result = withSession(run, memory, store, work, start);
      if (!result.status().equals(RunFlow.STOPPED)) {
        Folders.delete(work);
      }
      return result;
    } catch (Throwable failure) {
      UserException known = known(run.request().out(), failure);
      leave(work, known == null ? null : known.exitCode(), goesOn, failure);
      throw failure;
    }
  }

  private static void leave(Path work, ExitCode end, boolean wentOn, Throwable failure) {
    try {
      WorkFolder.leave(work, end, wentOn);
    } catch (IOException unkept) {
      failure.addSuppressed(unkept);
      deleteAfter(failure, work);
    }
  }

  private void rest(SparkSession session) {
    record.rests();
    session.stop();
  }

  /** What cannot be removed must not hide why it should be. */
  private static void deleteAfter(Throwable failure, Path work) {
    try {
      Folders.delete(work);
    } catch (IOException left) {
      failure.addSuppressed(left);
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

  /** Spark's start leaves a core idle, on which the model of names is loaded meanwhile. */
  private static void prepareNames() {
    Thread loading = new Thread(CoreNlpEntityFinder::prepare, "names");
    loading.setDaemon(true);
    // Whoever needs the model meets the same failure, and is heard.
    loading.setUncaughtExceptionHandler((thread, failure) -> {});
    loading.start();
  }

  private RunResult withSession(
      PreparedRun run, RunMemory memory, Store store, Path work, long start)
      throws IOException, StoreBusyException {
    Path scratch = work.resolve("scratch");
    OwnerOnly.createDirectories(scratch);
    record.begins("spark");
    String master = run.request().master();
    boolean scores = run.request().until().compareTo(RunRequest.Until.SCORE) >= 0;
    if (master == null && scores && run.config().entities().enabled()) {
      prepareNames();
    }
    SparkSession session =
        master == null ? SparkSessions.local(scratch, run.bytes()) : SparkSessions.cluster(master);
    SparkWork engine = new SparkWork();
    session.sparkContext().addSparkListener(engine);
    RunFlow.End end;
    try {
      record.works(engine, session.sparkContext()::cancelAllJobs);
      end = new RunFlow(run, memory, store, session, work, record, forgotten).run();
      if (end.status().equals(RunFlow.PUBLISHED)) {
        RejectedRun.forget(run.request().out());
      }
    } catch (Throwable failure) {
      rest(session);
      deleteAfter(failure, scratch);
      throw failure;
    }
    rest(session);
    Folders.delete(scratch);
    return result(end.status(), run, end.generation(), end.counts(), store, start);
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
