package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.OutputPlace;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command writes at its end, looked at before its work begins. */
final class OutputFile {

  private final Path file;
  private final String option;

  private OutputFile(Path file, String option) {
    this.file = file;
    this.option = option;
  }

  /**
   * A file that could be written and does not lie in an output folder, which only runs change.
   *
   * @param option the option that names it
   */
  static OutputFile outside(Path out, Path file, String option) {
    if (OutputPlace.holds(out, file)) {
      throw new UserException(
          ExitCode.USAGE,
          file + ": lies in the output folder, which never changes; choose another " + option);
    }
    requireWritable(file, option);
    return new OutputFile(file, option);
  }

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
      throw cannotWrite(file, option);
    }
  }

  private static UserException cannotWrite(Path file, String option) {
    return new UserException(
        ExitCode.CANNOT_CREATE,
        file + ": cannot be written; check " + option + ", its folder and rights");
  }

  /** Puts a text in its place in one step, for the owner only. */
  void replace(String text) {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      try {
        Files.writeString(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException failure) {
      throw cannotWrite(file, option);
    }
  }
}
