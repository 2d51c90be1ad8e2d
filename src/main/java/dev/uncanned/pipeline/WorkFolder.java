package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder with the working tables of a run, which a later run for the same goes on from.
 *
 * <p>Working tables are not forced to the disk, so after a power failure one may be torn although
 * it is marked as finished. They are therefore only taken over until the machine is started anew.
 */
final class WorkFolder {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String FILE = "boot";

  /** Ends the name where nothing is taken over from earlier runs. */
  private static final String ANEW = "-anew";

  private WorkFolder() {}

  /**
   * The folder of one run.
   *
   * @param all folder of all of them
   * @param key of the request
   * @param night number of the generation that the run is to publish
   * @param anew whether it takes nothing over from earlier runs
   */
  static Path of(Path all, String key, long night, boolean anew) {
    return all.resolve(key + "-" + night + (anew ? ANEW : ""));
  }

  /**
   * Keeps of a run that failed the complete tables if a later one can go on from them, else
   * nothing.
   *
   * @param end how it failed; null for a bug
   * @param wentOn whether it had gone on from tables itself
   */
  static void leave(Path folder, ExitCode end, boolean wentOn) throws IOException {
    boolean disk = end == ExitCode.IO;
    // A table that cannot be read back would fail every later try as well.
    boolean suspect = disk && wentOn;
    if (end == null || !end.leavesWork() || suspect) {
      Folders.delete(folder);
      return;
    }
    WorkTables.forgetUnfinished(folder);
    if (disk) {
      Folders.force(folder);
    }
  }

  /** Removes the folders of all runs but one. */
  static void forgetOthers(Path all, Path own) throws IOException {
    for (Path folder : folders(all)) {
      if (!folder.equals(own)) {
        Folders.delete(folder);
      }
    }
  }

  /** Removes what a run left that was killed after it had published; nothing can go on from it. */
  static void forgetEarlier(Path all, long night) throws IOException {
    for (Path folder : folders(all)) {
      String name = folder.getFileName().toString();
      if (!name.endsWith("-" + night) && !name.endsWith("-" + night + ANEW)) {
        Folders.delete(folder);
      }
    }
  }

  /**
   * Size of what earlier tries have left below the folder, which this one takes over or removes.
   */
  static long bytes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static List<Path> folders(Path all) throws IOException {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders.toList();
    }
  }

  /** Makes the folder, and empties it first if it is of another start of the machine. */
  static void open(Path folder) throws IOException {
    open(folder, Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "unknown");
  }

  static void open(Path folder, String boot) throws IOException {
    Path file = folder.resolve(FILE);
    boolean same = Files.exists(file) && Files.readString(file).equals(boot);
    if (!same && Files.isDirectory(folder)) {
      Folders.delete(folder);
    }
    OwnerOnly.createDirectories(folder);
    Files.writeString(file, boot);
  }
}
