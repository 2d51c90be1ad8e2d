package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The folder of an export: made beside its place and moved there whole, or not at all. */
final class ExportPlace implements AutoCloseable {

  private static final String TABLES = "export";
  private static final String SCRATCH = "scratch";

  private final Path to;
  private final TemporaryFolder work;

  private ExportPlace(Path to, TemporaryFolder work) {
    this.to = to;
    this.work = work;
  }

  /**
   * Makes a folder to work in beside the place.
   *
   * @param out output folder of the runs, in which an export would be lost or handed on with it
   * @throws UserException if nothing can be put there
   */
  static ExportPlace open(Path to, Path out) {
    requireFree(to, out);
    Path parent = to.toAbsolutePath().normalize().getParent();
    try {
      OwnerOnly.createDirectories(parent);
      Path fresh = Files.createTempDirectory(parent, ".uncanned-export");
      ExportPlace place = new ExportPlace(to, new TemporaryFolder(fresh));
      OwnerOnly.createDirectories(place.tables());
      OwnerOnly.createDirectories(place.scratch());
      return place;
    } catch (IOException failure) {
      throw unwritable(to);
    }
  }

  static void requireFree(Path to, Path out) {
    if (OutputPlace.holds(out, to)) {
      throw new UserException(
          ExitCode.USAGE, to + ": lies in the output folder; name another one with --to");
    }
    if (to.toAbsolutePath().normalize().getParent() == null) {
      throw unwritable(to);
    }
    if (!Files.exists(to)) {
      return;
    }
    try (Stream<Path> files = Files.list(to)) {
      if (files.findAny().isPresent()) {
        throw new UserException(
            ExitCode.CANNOT_CREATE, to + ": is there already; name a new folder with --to");
      }
    } catch (IOException noFolder) {
      throw unwritable(to);
    }
  }

  private static UserException unwritable(Path to) {
    return new UserException(
        ExitCode.CANNOT_CREATE, to + ": cannot be made; check --to, disk space and rights");
  }

  /** Where the export is written. */
  Path tables() {
    return work.path().resolve(TABLES);
  }

  /** For what Spark spills. */
  Path scratch() {
    return work.path().resolve(SCRATCH);
  }

  /** Puts the export in its place. */
  void publish() {
    try {
      Folders.force(tables());
      Files.move(tables(), to.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw unwritable(to);
    }
  }

  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, work.path() + ": cannot be removed; remove it by hand");
    }
  }
}
