package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recognises LinkedIn exports, packed and unpacked, by the headers of their files. */
final class LinkedInFinder {

  private static final List<LinkedInCsv> TELLING =
      List.of(LinkedInCsv.MESSAGES, LinkedInCsv.INVITATIONS, LinkedInCsv.CONNECTIONS);

  private static final List<String> TELLING_NAMES =
      List.of("messages.csv", "invitations.csv", "connections.csv", "linkedindataexport");

  /** How much of a damaged ZIP's two ends is searched for names of entries. */
  private static final int EDGE = 1 << 20;

  /** Whether a file of an unpacked folder marks that folder as an export. */
  boolean isMessageFile(Path file) {
    LinkedInCsv kind = telling(new ExportFile(file.getFileName().toString(), 0, 1, null));
    if (kind == null) {
      return false;
    }
    try {
      return fits(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), kind);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether a file below the folder of an export is part of it: its tables and articles are. */
  boolean belongsToExport(Path root, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv")
        || (name.endsWith(".html") && root.relativize(file).startsWith("Articles"));
  }

  /**
   * The exports that a ZIP file holds: the empty text stands for the file itself, other texts are
   * the paths of ZIP files inside it. A ZIP that is damaged or encrypted and has LinkedIn's names
   * counts as one, so that it is reported as unreadable and not passed over.
   */
  List<String> exportsIn(Path file) {
    try {
      if (!ZipExport.hasZipHead(file)) {
        return List.of();
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    try (ZipExport zip = ZipExport.open(file, null)) {
      if (isExport(zip)) {
        return List.of("");
      }
      return inner(file, zip);
    } catch (IOException damaged) {
      return hasLinkedInNames(file) ? List.of("") : List.of();
    }
  }

  private List<String> inner(Path file, ZipExport outer) {
    List<String> found = new ArrayList<>();
    for (ExportFile entry : outer.files()) {
      if (entry.base().endsWith(".zip")) {
        try (ZipExport zip = ZipExport.open(file, entry.path())) {
          if (isExport(zip)) {
            found.add(entry.path());
          }
        } catch (IOException damaged) {
          if (TELLING_NAMES.stream().anyMatch(entry.base()::contains)) {
            found.add(entry.path());
          }
        }
      }
    }
    return found;
  }

  private static boolean isExport(ExportFiles files) throws IOException {
    boolean named = false;
    IOException failure = null;
    for (ExportFile file : files.files()) {
      LinkedInCsv kind = telling(file);
      if (kind == null) {
        continue;
      }
      try {
        if (fits(files.open(file), kind)) {
          return true;
        }
      } catch (IOException damaged) {
        named = true;
        failure = damaged;
      }
    }
    if (named) {
      throw failure;
    }
    return false;
  }

  private static LinkedInCsv telling(ExportFile file) {
    LinkedInCsv kind = LinkedInCsv.ofName(file.base());
    return kind != null && TELLING.contains(kind) ? kind : null;
  }

  private static boolean fits(InputStream in, LinkedInCsv kind) throws IOException {
    try (CsvSheet sheet = CsvSheet.open(in, kind)) {
      return sheet.head() == CsvSheet.Head.FITS;
    }
  }

  private static boolean hasLinkedInNames(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (TELLING_NAMES.stream().anyMatch(name::contains)) {
      return true;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      return hasNames(bytes, 0) || hasNames(bytes, Math.max(0, bytes.length() - EDGE));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean hasNames(RandomAccessFile bytes, long from) throws IOException {
    byte[] edge = new byte[(int) Math.min(EDGE, bytes.length() - from)];
    bytes.seek(from);
    bytes.readFully(edge);
    String text = new String(edge, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return TELLING_NAMES.stream().anyMatch(text::contains);
  }
}
