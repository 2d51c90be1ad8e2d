package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells what lies in the output folder, and keeps it apart from the archives: a later run would
 * read what this one writes.
 */
public final class OutputPlace {

  private OutputPlace() {}

  /**
   * Refuses an output folder that is or lies in an archive, by whatever links they are named.
   *
   * @param out need not exist; null for none
   * @throws UserException naming both
   */
  static void requireApart(List<Path> archives, Path out) {
    if (out == null) {
      return;
    }
    Path output = real(out);
    for (Path archive : archives) {
      Path given = real(archive);
      if (output.startsWith(given)) {
        throw new UserException(
            ExitCode.USAGE,
            out
                + ": the output folder"
                + (output.equals(given) ? " is the archive " : " lies in the archive ")
                + archive
                + ", and the next run would read it; choose another --out");
      }
    }
  }

  /** Whether a file, there or not, lies in a folder, by whatever links they are named. */
  public static boolean holds(Path folder, Path file) {
    return real(file).startsWith(real(folder));
  }

  /** Without links as far as the path is there. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
      } catch (IOException missing) {
        continue;
      }
    }
    return absolute.normalize();
  }
}
