package dev.uncanned.pipeline;

import dev.uncanned.store.Garbage;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.NoSuchGenerationException;
import dev.uncanned.store.Retention;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.store.StoreLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** What is done to an output folder between runs: going back a generation, tidying up. */
public final class Upkeep {

  private final Path out;
  private final Store store;
  private final int lockWait;

  /**
   * @param out output folder
   * @param lockWait seconds to wait for a run that is at it
   */
  public Upkeep(Path out, int lockWait) {
    this.out = out;
    this.store = new Store(out);
    this.lockWait = lockWait;
  }

  /** Something that is done with the lock held. */
  private interface Work<T> {
    T with(StoreLock lock) throws IOException, NoSuchGenerationException, StoreBusyException;
  }

  /**
   * Publishes an older generation once more, with its state.
   *
   * @throws UserException if it is not kept or not whole, or another run is at it
   */
  public Manifest rollback(long to) {
    return locked(
        lock -> {
          store.recover(lock);
          Erasures.finish(store, lock);
          return store.rollback(lock, to);
        });
  }

  /**
   * Removes the generations that need not be kept, and what belongs to none.
   *
   * @param now the present moment, to tell which generations are young
   * @param dryRun whether only to say what would go; then nothing is changed at all
   * @throws UserException if another run is at it
   */
  public Garbage collect(Retention retention, Instant now, boolean dryRun) {
    return locked(
        lock -> {
          if (dryRun) {
            return store.garbage(retention, now);
          }
          store.recover(lock);
          Erasures.finish(store, lock);
          return store.collect(lock, retention, now);
        });
  }

  private <T> T locked(Work<T> work) {
    Outputs.newest(out);
    try (StoreLock lock = store.lock(lockWait)) {
      return work.with(lock);
    } catch (StoreBusyException busy) {
      throw StoreFailure.of(out, busy);
    } catch (NoSuchGenerationException none) {
      throw StoreFailure.of(out, none);
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }
}
