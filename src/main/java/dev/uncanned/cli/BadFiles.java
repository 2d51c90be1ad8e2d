package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import picocli.CommandLine.Option;

/** How many files of the archives may be unreadable as a whole: the same for every command. */
final class BadFiles {

  @Option(
      names = "--allow-bad-files",
      paramLabel = "N",
      description = "files that may be unreadable as a whole; default: quality.bad_files")
  private Long number;

  /**
   * Null for what the configuration says.
   *
   * @throws UserException for a number below 0
   */
  Long allowed() {
    if (number != null && number < 0) {
      throw new UserException(ExitCode.USAGE, "--allow-bad-files: 0 or more files");
    }
    return number;
  }
}
