package dev.uncanned.pipeline;

import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.ListedPath;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the parts of the archives by their content, wherever the archives lie.
 *
 * <p>Files are hashed on all cores: there may be hundreds of thousands.
 *
 * @param parts the parts with their names, in their order
 * @param contents hash of all that an archive holds, by archive; copies of one archive have the
 *     same, whatever they are called
 */
record PartNames(List<NamedPart> parts, Map<String, String> contents) {

  /**
   * Reads the files of the parts.
   *
   * @param rules all else that decides what is read of a part
   * @throws UserException if a file cannot be read
   */
  static PartNames of(List<ArchivePart> parts, String rules) {
    Map<Path, String> contents = contents(parts);
    List<NamedPart> named = new ArrayList<>();
    for (ArchivePart part : parts) {
      named.add(new NamedPart(name(part, contents, rules), part));
    }
    return new PartNames(List.copyOf(named), byArchive(parts, contents));
  }

  private static Map<String, String> byArchive(
      List<ArchivePart> parts, Map<Path, String> contents) {
    Map<String, Set<String>> held = new TreeMap<>();
    for (ArchivePart part : parts) {
      if (part.kind() != ArchivePart.Kind.UNRECOGNISED) {
        Set<String> all = held.computeIfAbsent(part.archive_id(), id -> new TreeSet<>());
        files(part).forEach(file -> all.add(contents.get(file)));
        if (isOneFile(part)) {
          part.files().forEach(file -> all.add(part.inner() + "\n" + file));
        }
      }
    }
    Map<String, String> hashes = new TreeMap<>();
    held.forEach((archive, all) -> hashes.put(archive, ContentHash.of(all.toArray(String[]::new))));
    return hashes;
  }

  /** Whether a part lies in one file on the disk, such as a ZIP. */
  static boolean isOneFile(ArchivePart part) {
    return !Files.isDirectory(Path.of(part.root()), LinkOption.NOFOLLOW_LINKS);
  }

  private static String name(ArchivePart part, Map<Path, String> contents, String rules) {
    List<String> all = new ArrayList<>();
    all.add(rules);
    all.add(part.kind().name());
    all.add(part.archive_id());
    all.add(part.input_id());
    all.add(part.inner());
    all.add(Long.toString(part.first_row()));
    all.add(Long.toString(part.byte_start()));
    all.add(Long.toString(part.byte_end()));
    for (Path file : files(part)) {
      all.add(Path.of(part.root()).relativize(file).toString());
      all.add(contents.get(file));
    }
    if (isOneFile(part)) {
      all.addAll(part.files());
    }
    return ContentHash.of(all.toArray(String[]::new));
  }

  private static Map<Path, String> contents(List<ArchivePart> parts) {
    Set<Path> files = new LinkedHashSet<>();
    parts.forEach(part -> files.addAll(files(part)));
    Map<Path, String> contents = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> contents.put(file, contents(file)));
    return contents;
  }

  /** The files on disk that a part is read from. */
  private static List<Path> files(ArchivePart part) {
    Path root = Path.of(part.root());
    if (isOneFile(part)) {
      return List.of(root);
    }
    return part.files().stream().map(file -> ListedPath.of(root, file)).toList();
  }

  private static String contents(Path path) {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return "not a regular file";
    }
    try {
      return Folders.sha256(path);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "a file of the archives cannot be read; check rights and disk");
    }
  }
}
