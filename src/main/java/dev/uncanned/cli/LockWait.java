package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import picocli.CommandLine.Option;

/** How long a command waits for another that is writing to the same output folder. */
final class LockWait {

  private static final int DAY = 24 * 60 * 60;

  @Option(
      names = "--lock-wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "wait for another run at the output folder; default: exit with 75 at once")
  private int seconds;

  /**
   * Seconds, 0 to those of a day.
   *
   * @throws UserException for any other number
   */
  int seconds() {
    if (seconds < 0 || seconds > DAY) {
      throw new UserException(ExitCode.USAGE, "--lock-wait: 0 to " + DAY + " seconds");
    }
    return seconds;
  }
}
