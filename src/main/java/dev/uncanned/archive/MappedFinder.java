package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises tables of messages, CSV and JSON, by the columns that a mapping asks for.
 *
 * <p>Each file is an input and has an owner of its own; gzip files are looked into. A file that
 * cannot be read is left alone.
 */
final class MappedFinder implements FormatFinder {

  private final MappedMatcher matcher;

  MappedFinder(ArchiveConfig config) {
    this.matcher = new MappedMatcher(config);
  }

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    List<FoundInput> found = new ArrayList<>();
    for (ExportFile file : left) {
      if (fits(files, file)) {
        found.add(
            FoundInput.whole(
                ArchivePart.Kind.MAPPED,
                file.path(),
                file.path(),
                List.of(file.path()),
                file.size()));
      }
    }
    return found;
  }

  private boolean fits(ExportFiles files, ExportFile file) {
    try (InputStream in = files.openUnpacked(file)) {
      return matcher.match(in) != null;
    } catch (IOException unreadable) {
      return false;
    }
  }
}
