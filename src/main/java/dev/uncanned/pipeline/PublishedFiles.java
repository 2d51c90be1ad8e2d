package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether single files of a generation are still what was published. */
final class PublishedFiles {

  private PublishedFiles() {}

  /**
   * Refuses a file that is damaged before anything is made of it.
   *
   * @param out output folder, as the user has named it
   * @param folder of the generation
   * @throws UserException if it is missing or changed
   */
  static void requireWhole(Path out, Path folder, PublishedFile file) throws IOException {
    Path path = folder.resolve(file.path());
    if (!Files.isRegularFile(path) || !Folders.sha256(path).equals(file.sha256())) {
      throw new UserException(
          ExitCode.INTERNAL,
          out
              + ": "
              + file.path()
              + " is missing or not as it was published; restore it from a backup, or see"
              + " uncanned rollback for an older generation");
    }
  }

  /** The same for all files of a table, whose place is given as in {@link PublishedTables}. */
  static void requireWhole(Path out, Path folder, Manifest manifest, String table)
      throws IOException {
    for (PublishedFile file : manifest.files()) {
      if (file.path().startsWith(table + "/")) {
        requireWhole(out, folder, file);
      }
    }
  }
}
