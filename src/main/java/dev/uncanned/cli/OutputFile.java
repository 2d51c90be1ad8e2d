package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes at its end, looked at before its work begins. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses a file that could not be written after minutes of work.
   *
   * @param option the option that names it
   */
  static void requireWritable(Path file, String option) {
    Path folder = file.toAbsolutePath().getParent();
    boolean possible =
        folder != null
            && Files.isDirectory(folder)
            && Files.isWritable(folder)
            && !Files.isDirectory(file);
    if (!possible) {
      throw new UserException(
          ExitCode.CANNOT_CREATE,
          file + ": cannot be written; check " + option + ", its folder and rights");
    }
  }
}
