package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An export that somebody has unpacked; modification times are those of unpacking, so unknown. */
final class FolderExport implements ExportFiles {

  private final Path root;
  private final List<ExportFile> files = new ArrayList<>();

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
    return export;
  }

  private static List<String> below(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> root.relativize(path).toString())
          .toList();
    }
  }

  private void add(String name) throws IOException {
    Path path = root.resolve(name);
    long size = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
    ExportFile file = new ExportFile(name, size, Math.max(size, 1), null);
    if (!file.isMacSideFile()) {
      files.add(file);
    }
  }

  @Override
  public List<ExportFile> files() {
    return files;
  }

  @Override
  public InputStream open(ExportFile file) throws IOException {
    return Files.newInputStream(root.resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
  }

  /** Nothing is held open between reads. */
  @Override
  public void close() {}
}
