package dev.uncanned.pipeline;

import java.nio.file.Path;
import java.util.Locale;

/** Refuses a run for which the disk is too full, before it has written anything. */
final class FreeSpace {

  /** Room for working tables, spilled data, state and the new generation. */
  private static final double TIMES = 2.5;

  private static final double MEGA = 1_000_000;

  private FreeSpace() {}

  /**
   * Checks the room on the disk of the output.
   *
   * @param free bytes that may still be written there
   * @param unread bytes of the archives that the run has to read, packed as they are
   * @param published bytes of the newest generation, which is written anew
   * @throws UserException if there is too little
   */
  static void require(Path out, long free, long unread, long published) {
    require(out, free, unread + published, "make room, or see uncanned gc");
  }

  /**
   * The same for the disk that a sweep works on.
   *
   * @param archives bytes of the archives, packed as they are
   */
  static void requireForSweep(Path work, long free, long archives) {
    require(work, free, archives, "make room, or name another disk with --work");
  }

  private static void require(Path place, long free, long bytes, String wayOut) {
    double needed = TIMES * bytes;
    if (free < needed) {
      throw new UserException(
          ExitCode.IO,
          String.format(
              Locale.ROOT,
              "%s: %.0f MB are free and the run may need %.0f; %s",
              place,
              free / MEGA,
              needed / MEGA,
              wayOut));
    }
  }
}
