package dev.uncanned.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Measures what it costs to publish files that are written already: hashes, fsync, manifest. */
public final class PublishCost {

  private static final int ROUNDS = 3;
  private static final int FILES = 40;
  private static final int MEGABYTE = 1 << 20;
  private static final double NANOS = 1e9;
  private static final double MOST_SECONDS = 3;

  private PublishCost() {}

  /** Arguments: an output folder that does not exist yet, megabytes. */
  public static void main(String[] arguments) throws Exception {
    Store store = new Store(Path.of(arguments[0]));
    int megabytes = Integer.parseInt(arguments[1]);
    store.create();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Generation generation = store.begin("round" + round);
      write(generation.tables(), megabytes, new Random(round));
      long start = System.nanoTime();
      Manifest.Request request =
          new Manifest.Request("round" + round, "2026-11-23", "0", "0", "none", null);
      Manifest manifest = Manifest.of(generation, request, store.files(generation));
      double hashed = (System.nanoTime() - start) / NANOS;
      store.publish(generation, manifest);
      double seconds = (System.nanoTime() - start) / NANOS;
      best = Math.min(best, seconds);
      System.out.printf(
          Locale.ROOT,
          "%d MB in %d files: %.2f s, of which hashing %.2f s%n",
          megabytes,
          FILES,
          seconds,
          hashed);
    }
    long start = System.nanoTime();
    try (StoreLock lock = store.lock()) {
      store.rollback(lock, 1);
    }
    System.out.printf(Locale.ROOT, "rollback: %.3f s%n", (System.nanoTime() - start) / NANOS);
    if (best > MOST_SECONDS) {
      System.exit(1);
    }
  }

  private static void write(Path folder, int megabytes, Random random) throws IOException {
    byte[] content = new byte[(int) ((long) megabytes * MEGABYTE / FILES)];
    for (int i = 0; i < FILES; i++) {
      random.nextBytes(content);
      Files.write(folder.resolve("part-" + i), content);
    }
  }
}
