package dev.uncanned.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock that lets one run at a time write to an output folder.
 *
 * <p>The operating system frees it when the process ends, however it ends, so there are no stale
 * locks; the file itself stays.
 */
public final class StoreLock implements AutoCloseable {

  private static final int TRIES_PER_SECOND = 10;
  private static final int MILLIS_BETWEEN = 100;

  private final Closeable held;
  private boolean open = true;

  private StoreLock(Closeable held) {
    this.held = held;
  }

  /**
   * Takes the lock.
   *
   * @param waitSeconds how long to wait for another run, 0 and more
   * @throws StoreBusyException if another run holds it all the time
   */
  static StoreLock take(Disk disk, Path file, int waitSeconds)
      throws IOException, StoreBusyException {
    long tries = 1 + (long) waitSeconds * TRIES_PER_SECOND;
    for (long i = 0; i < tries; i++) {
      if (i > 0) {
        pause();
      }
      Optional<Closeable> lock = disk.lock(file);
      if (lock.isPresent()) {
        return new StoreLock(lock.get());
      }
    }
    throw new StoreBusyException();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(MILLIS_BETWEEN);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for the lock");
    }
  }

  /**
   * @throws IllegalStateException if it has been given back
   */
  public void requireHeld() {
    if (!open) {
      throw new IllegalStateException("the lock of the output folder is not held");
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    held.close();
  }
}
