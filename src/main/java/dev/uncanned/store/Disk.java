package dev.uncanned.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file operations that the publish protocol is made of, so that tests can stop, refuse or lose
 * each of them.
 *
 * <p>What is written may be lost with the power until it is forced: the content of a file by {@link
 * #force}, its name, and the removal of a name, by {@link #forceFolder} of the folder that holds
 * it. No operation follows links unless it says so.
 */
interface Disk {

  /** Whether there is a file, folder or link of that name. */
  boolean exists(Path path);

  /** Whether it is a folder and no link to one. */
  boolean isFolder(Path path);

  /** What a folder holds, by name; nothing if there is no such folder. */
  List<Path> list(Path folder) throws IOException;

  /** Size of a file. */
  long bytes(Path file) throws IOException;

  /** When a file or folder was last changed, by the clock of the machine. */
  Instant modified(Path path) throws IOException;

  /** Content of a file. */
  InputStream read(Path file) throws IOException;

  /** Where a link points to; empty if there is no link of that name. */
  Optional<Path> target(Path link) throws IOException;

  /**
   * Makes a folder for the owner only.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   */
  void createFolder(Path folder) throws IOException;

  /**
   * Writes a new file for the owner only.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   */
  void write(Path file, byte[] content) throws IOException;

  /** Makes the content of a file survive a loss of power. */
  void force(Path file) throws IOException;

  /** Makes the names in a folder survive a loss of power. */
  void forceFolder(Path folder) throws IOException;

  /**
   * Gives a file a second name, at once and by one winner only.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   */
  void link(Path name, Path file) throws IOException;

  /** Makes a link that points to a path. */
  void symbolicLink(Path name, Path target) throws IOException;

  /** Renames within a folder at once; what had the new name is replaced. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file, a link or an empty folder. */
  void delete(Path path) throws IOException;

  /**
   * Takes a lock on a file that ends with the process at the latest; empty if another holds it.
   *
   * <p>The file is made if it is missing and stays.
   */
  Optional<Closeable> lock(Path file) throws IOException;
}
