package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A folder of texts that is gone when the work in it ends, also where the process is stopped. */
final class TemporaryFolder implements AutoCloseable {

  private static final int ATTEMPTS = 50;
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final Thread hook;

  /**
   * @param folder that is there already
   */
  TemporaryFolder(Path folder) {
    this.folder = folder;
    this.hook = new Thread(this::forget, "forget");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Path path() {
    return folder;
  }

  /** Tasks may still write while the process ends, so that one attempt is not enough. */
  private void forget() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        Folders.delete(folder);
      } catch (IOException | InterruptedException stillWritten) {
        continue;
      }
    }
  }

  /** Removes the folder with all that is in it. */
  @Override
  public void close() throws IOException {
    Folders.delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook removes what is left.
      return;
    }
  }
}
