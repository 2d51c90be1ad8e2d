package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with the working tables of a run, which a later run for the same goes on from.
 *
 * <p>Working tables are not forced to the disk, so after a power failure one may be torn although
 * it is marked as finished. They are therefore only taken over until the machine is started anew.
 */
final class WorkFolder {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String FILE = "boot";

  private WorkFolder() {}

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
