package dev.uncanned.archive;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads folders with the readers alone and says what became of their files, one line a folder.
 *
 * <p>A program of its own, so that it can be run with a small heap. Arguments: a folder, and the
 * folders in it that are read one by one.
 */
final class CorpusReading {

  private long messages;
  private long outOfScope;
  private long rejected;
  private long seen;
  private long escaped;
  private final Map<String, Integer> kinds = new TreeMap<>();

  private CorpusReading() {}

  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    for (int i = 1; i < args.length; i++) {
      out.println(args[i] + ": " + new CorpusReading().read(Path.of(args[0]).resolve(args[i])));
    }
    out.println("heap of at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
  }

  private String read(Path folder) throws IOException {
    Set<String> unseen = files(folder);
    int files = unseen.size();
    for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
      try {
        new AnyReader().read(part, row -> add(part, row));
      } catch (Throwable any) {
        escaped++;
      }
      for (String file : part.files()) {
        // A large file is in several parts and is counted with the first of them.
        boolean first = unseen.remove(part.root() + "/" + file);
        kinds.merge(part.kind().name(), first ? 1 : 0, Integer::sum);
      }
    }
    if (seen != messages + outOfScope + rejected) {
      throw new IllegalStateException("counts do not add up");
    }
    return String.format(
        Locale.ROOT,
        "%d files %s, %d not seen; %d items: %d read, %d out of scope, %d rejected, %d escaped",
        files,
        kinds,
        unseen.size(),
        seen,
        messages,
        outOfScope,
        rejected,
        escaped);
  }

  private static Set<String> files(Path folder) throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(folder.toAbsolutePath().normalize())) {
      walk.filter(Files::isRegularFile).forEach(file -> files.add(file.toString()));
    }
    return files;
  }

  private void add(ArchivePart part, Parsed row) {
    messages += row.message() == null ? 0 : 1;
    if (row.count() != null && part.kind() != ArchivePart.Kind.UNRECOGNISED) {
      seen += row.count().seen_n();
      rejected += row.count().quarantined_n();
      outOfScope += row.count().out_of_scope_n();
    }
  }
}
