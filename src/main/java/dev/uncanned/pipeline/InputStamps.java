package dev.uncanned.pipeline;

import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ListedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the files of the input looked like before they were read, to notice that one has grown or
 * has been replaced meanwhile: then what was read is neither the old state nor the new one.
 *
 * <p>Compared are size, time of the last change and the file's key (its inode, where there is one).
 * What is no regular file is not compared: it is not read.
 */
final class InputStamps {

  private final Map<Path, Stamp> stamps;

  /** A file at one moment; null as a whole for what is gone or no regular file. */
  private record Stamp(long bytes, long changed, Object key) {}

  private InputStamps(Map<Path, Stamp> stamps) {
    this.stamps = stamps;
  }

  /** The files that the parts are read from, as they are now. */
  static InputStamps of(List<ArchivePart> parts) {
    Set<Path> files = new TreeSet<>();
    for (ArchivePart part : parts) {
      Path root = Path.of(part.root());
      if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
        part.files().forEach(file -> files.add(ListedPath.of(root, file)));
      } else {
        files.add(root);
      }
    }
    return new InputStamps(stamps(files));
  }

  private static Map<Path, Stamp> stamps(Collection<Path> files) {
    Map<Path, Stamp> stamps = new ConcurrentHashMap<>();
    files.parallelStream()
        .forEach(
            file -> {
              Stamp stamp = stamp(file);
              if (stamp != null) {
                stamps.put(file, stamp);
              }
            });
    return stamps;
  }

  private static Stamp stamp(Path file) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile()
          ? new Stamp(found.size(), found.lastModifiedTime().toMillis(), found.fileKey())
          : null;
    } catch (IOException gone) {
      return null;
    }
  }

  /**
   * Compares with the files as they are now.
   *
   * @throws UserException to try again, if one has changed: somebody is still writing it
   */
  void requireUnchanged() {
    Map<Path, Stamp> now = stamps(stamps.keySet());
    long moved =
        stamps.entrySet().stream()
            .filter(file -> !Objects.equals(file.getValue(), now.get(file.getKey())))
            .count();
    if (moved > 0) {
      throw new UserException(
          ExitCode.TRY_AGAIN,
          moved
              + " of "
              + stamps.size()
              + " files of the archives changed while they were read; try again once nobody writes"
              + " them");
    }
  }
}
