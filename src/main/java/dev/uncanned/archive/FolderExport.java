package dev.uncanned.archive;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An export that somebody has unpacked; modification times are those of unpacking, so unknown. */
final class FolderExport implements ExportFiles {

  private final Path root;
  private final List<ExportFile> files = new ArrayList<>();
  private final Set<String> folders = new HashSet<>();

  private FolderExport(Path root) {
    this.root = root;
  }

  /** The given files below a folder; if none is given, all regular ones. */
  static FolderExport open(Path root, List<String> names) throws IOException {
    FolderExport export = new FolderExport(root);
    for (String name : names.isEmpty() ? below(root) : names) {
      export.add(name);
    }
    export.files.sort(Comparator.comparing(ExportFile::path));
    export.files.forEach(file -> export.folders.add(file.folder()));
    return export;
  }

  /** The given files of a folder that has just been listed, and its folders. */
  static FolderExport of(Path root, List<String> names, Set<String> folders) {
    FolderExport export = new FolderExport(root);
    names.forEach(export::add);
    export.files.sort(Comparator.comparing(ExportFile::path));
    export.folders.addAll(folders);
    return export;
  }

  private static List<String> below(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> root.relativize(path).toString())
          .toList();
    }
  }

  private void add(String name) {
    long size = size(ListedPath.of(root, name));
    ExportFile file = new ExportFile(name, size, Math.max(size, 1), null);
    if (!file.isMacSideFile()) {
      files.add(file);
    }
  }

  /** A size that cannot be told counts as nothing; who reads the file finds out why. */
  private static long size(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .size();
    } catch (IOException unreadable) {
      return 0;
    }
  }

  @Override
  public List<ExportFile> files() {
    return files;
  }

  @Override
  public InputStream open(ExportFile file) throws IOException {
    return Files.newInputStream(ListedPath.of(root, file.path()), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Set<String> folders() {
    return folders;
  }

  @Override
  public InputStream open(ExportFile file, long from) throws IOException {
    SeekableByteChannel channel =
        Files.newByteChannel(ListedPath.of(root, file.path()), READ, LinkOption.NOFOLLOW_LINKS);
    try {
      return Channels.newInputStream(channel.position(from));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public Path path(ExportFile file) {
    return ListedPath.of(root, file.path());
  }

  /** Nothing is held open between reads. */
  @Override
  public void close() {}
}
