package dev.uncanned.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A process that publishes one generation after the other until it is killed, and prints the number
 * of each once it is published.
 */
public final class PublishLoop {

  /** Enough that a reader of the test is through with a generation before it is removed. */
  private static final Retention SOME = new Retention(50, 0, Duration.ZERO);

  private static final int PATIENCE = 300;

  private PublishLoop() {}

  /** Arguments: output folder, prefix of the run ids, most generations to publish. */
  public static void main(String[] arguments) throws Exception {
    Nights nights = new Nights(new LocalDisk(), Path.of(arguments[0]));
    int most = Integer.parseInt(arguments[2]);
    for (int i = 0; i < most; i++) {
      String label = arguments[1] + "n" + i;
      nights.locked(
          PATIENCE,
          lock -> {
            Generation generation = nights.begun(label);
            nights.publish(generation, label, List.of());
            System.out.println(generation.number());
            nights.store().collect(lock, SOME, Instant.MAX);
          });
    }
  }
}
