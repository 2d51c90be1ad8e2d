package dev.uncanned.archive;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads all archives below a folder with the readers alone and says what became of the files.
 *
 * <p>A program of its own, so that it can be run with a small heap. It ends with an error where a
 * count does not add up or an error escapes from a reader.
 */
final class CorpusReading {

  private long messages;
  private long rejected;
  private long seen;
  private long settled;

  private CorpusReading() {}

  /** Reads the folder that the first argument names. */
  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path folder = Path.of(args[0]);
    CorpusReading reading = new CorpusReading();
    Set<String> missing = files(folder);
    int files = missing.size();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      new AnyReader().read(part, reading::add);
      part.files().forEach(file -> missing.remove(part.root() + "/" + file));
      missing.remove(part.root());
    }
    out.println(
        "files: " + files + ", messages: " + reading.messages + ", rejected: " + reading.rejected);
    out.println("accounted for: " + (missing.isEmpty() ? "all" : "not " + missing.size()));
    out.println("escaped: none");
    if (reading.seen != reading.settled) {
      throw new IllegalStateException("seen is not parsed and quarantined");
    }
  }

  private static Set<String> files(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try (Stream<Path> walk = Files.walk(root)) {
      Set<String> files = new TreeSet<>();
      walk.filter(Files::isRegularFile).forEach(file -> files.add(file.toString()));
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(Parsed row) {
    messages += row.message() == null ? 0 : 1;
    rejected += row.rejected() == null ? 0 : 1;
    if (row.count() != null) {
      seen += row.count().seen_n();
      settled += row.count().parsed_n() + row.count().quarantined_n();
    }
  }
}
