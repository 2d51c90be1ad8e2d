package dev.uncanned.pipeline;

import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Checks a request against what is published, and with whom it must not be about. */
final class Preparation {

  private final Preflight preflight;
  private final Replayed replayed;
  private final Erasures.Entry forgotten;
  private String answered;

  /** A generation whose nights are gone through once more. */
  record Replayed(Path out, Manifest manifest) {}

  /**
   * @param replayed null for a run of its own
   * @param forgotten people whom this run erases; null for all other runs
   */
  Preparation(
      Map<String, String> environment, String home, Replayed replayed, Erasures.Entry forgotten) {
    this.preflight = new Preflight(environment, home);
    this.replayed = replayed;
    this.forgotten = forgotten;
  }

  /**
   * The request, checked; nothing is touched.
   *
   * @throws UserException for whatever is wrong with it
   */
  PreparedRun prepared(RunRequest request, Store store) {
    try {
      Erasures before = erasures(store);
      if (forgotten == null) {
        return preflight.prepare(request, before);
      }
      PreparedRun old = preflight.prepare(request, before);
      requireSame(old, store);
      answered = old.key();
      return preflight.prepare(request, before.with(forgotten, old.pseudonyms().keyId()));
    } catch (IOException failure) {
      throw StoreFailure.of(request.out(), failure);
    }
  }

  /** Who is to be forgotten by what is published now, or was then. */
  private Erasures erasures(Store store) throws IOException {
    return replayed == null
        ? Erasures.newest(store)
        : Erasures.of(new Store(replayed.out()), replayed.manifest());
  }

  /** Earlier generations are removed, so the new one must hold all else that they hold. */
  private static void requireSame(PreparedRun run, Store store) throws IOException {
    Optional<Manifest> newest = store.newest();
    if (newest.isEmpty() || !newest.get().request_key().equals(run.key())) {
      throw new UserException(
          ExitCode.DATA,
          run.request().out()
              + ": the newest generation answers another request: archives, roster, configuration,"
              + " key, as-of day or version differ; give those of the last run, or run first");
    }
  }

  /**
   * Checks, with the lock held, that no other run has forgotten people since the request was
   * prepared, nor, where this one forgets some, has published anything.
   *
   * @throws UserException if one has
   */
  void requireStillRight(PreparedRun run, Store store) throws IOException {
    Erasures now = erasures(store);
    Erasures asked = forgotten == null ? now : now.with(forgotten, run.pseudonyms().keyId());
    boolean another =
        forgotten != null && !store.newest().map(Manifest::request_key).orElse("").equals(answered);
    if (another || !run.erasures().equals(asked)) {
      throw new UserException(
          ExitCode.TRY_AGAIN,
          run.request().out() + ": another run has published since this one began; run again");
    }
  }
}
