package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Those files of a folder or ZIP that belong to one part. */
final class SomeFiles implements ExportFiles {

  private final ExportFiles all;
  private final List<ExportFile> files;

  /** The files of the given paths. */
  SomeFiles(ExportFiles all, List<String> paths) {
    this.all = all;
    Set<String> wanted = new HashSet<>(paths);
    this.files = all.files().stream().filter(file -> wanted.contains(file.path())).toList();
  }

  @Override
  public List<ExportFile> files() {
    return files;
  }

  @Override
  public Set<String> folders() {
    return all.folders();
  }

  @Override
  public InputStream open(ExportFile file) throws IOException {
    return all.open(file);
  }

  @Override
  public InputStream open(ExportFile file, long from) throws IOException {
    return all.open(file, from);
  }

  @Override
  public Path path(ExportFile file) {
    return all.path(file);
  }

  @Override
  public void close() throws IOException {
    all.close();
  }
}
