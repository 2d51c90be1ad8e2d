package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * When things happen in a process that nobody disturbs, to choose moments for disturbing the
 * others: somewhere in the whole of it, after its first write, after its last, or when it is about
 * to commit.
 */
final class Undisturbed {

  /** From where on a moment is chosen. */
  enum From {
    START,
    FIRST_WRITE,
    LAST_WRITE,
    COMMIT
  }

  /** Says whether a process has come that far. */
  interface Marks {
    boolean reached(From from) throws IOException;
  }

  private static final long PERMILLE = 1000;
  private static final long LATEST_PERMILLE = 1100;

  private final Map<From, Long> nanos = new EnumMap<>(From.class);

  /** Watches a process until it ends. */
  Undisturbed(Process process, Marks marks) throws IOException, InterruptedException {
    Map<From, Long> begins = new EnumMap<>(From.class);
    begins.put(From.START, System.nanoTime());
    do {
      for (From from : From.values()) {
        if (!begins.containsKey(from) && marks.reached(from)) {
          begins.put(from, System.nanoTime());
        }
      }
    } while (!process.waitFor(1, TimeUnit.MILLISECONDS));
    long end = System.nanoTime();
    begins.forEach((from, begin) -> nanos.put(from, end - begin));
  }

  /** Seconds from there to the end. */
  double seconds(From from) {
    return (double) nanos.get(from) / TimeUnit.SECONDS.toNanos(1);
  }

  /**
   * Kills the process with SIGKILL at a random moment after it has come that far, up to a tenth
   * later than where an undisturbed one ends.
   *
   * @return whether it was still running
   */
  boolean kill(Process process, From from, Marks marks, Random random)
      throws IOException, InterruptedException {
    long wait = nanos.get(from) / PERMILLE * random.nextLong(LATEST_PERMILLE);
    while (from != From.START && process.isAlive() && !marks.reached(from)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    if (process.waitFor(wait, TimeUnit.NANOSECONDS)) {
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  /** Whether a folder has anything in it that its name begins with. */
  static boolean holds(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
    }
  }
}
