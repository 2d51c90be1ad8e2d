package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A packed export, read as a stream and never extracted; it may be a ZIP inside another ZIP.
 *
 * <p>What an entry may unpack to is limited by bytes really produced ({@link ByteBudget}), because
 * the sizes in the headers are claims.
 */
final class ZipExport implements ExportFiles {

  private static final int MAX_ENTRIES = 100_000;

  private final ZipFile zip;
  private final ZipEntry nested;
  private final ByteBudget budget = new ByteBudget();
  private final List<ExportFile> files = new ArrayList<>();

  private ZipExport(ZipFile zip, ZipEntry nested) {
    this.zip = zip;
    this.nested = nested;
  }

  /**
   * Opens a ZIP and lists its entries.
   *
   * @param inner path of the ZIP inside that is meant, null for the file itself
   * @throws UnreadableException if it is damaged or encrypted
   */
  static ZipExport open(Path file, String inner) throws IOException {
    ZipFile zip;
    try {
      // Latin-1 decodes any name; names that say they are UTF-8 are read as UTF-8 all the same.
      zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    } catch (ZipException e) {
      throw unreadable(e);
    }
    try {
      ZipExport export = new ZipExport(zip, inner == null ? null : entry(zip, inner));
      export.list();
      export.files.sort(Comparator.comparing(ExportFile::path));
      return export;
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws UnreadableException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnreadableException(Reason.ZIP_DAMAGED, "the inner archive is missing");
    }
    return entry;
  }

  /** What a failure while reading a ZIP means. */
  static UnreadableException unreadable(IOException failure) {
    if (failure instanceof UnreadableException known) {
      return known;
    }
    String message = failure.getMessage();
    boolean encrypted = message != null && message.contains("encrypted");
    return encrypted
        ? new UnreadableException(Reason.ZIP_ENCRYPTED, "the archive is encrypted")
        : new UnreadableException(Reason.ZIP_DAMAGED, "the archive is damaged or cut off");
  }

  private void list() throws IOException {
    Set<String> names = new HashSet<>();
    if (nested == null) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        add(all.nextElement(), names);
      }
      return;
    }
    try (ZipInputStream in = stream()) {
      for (ZipEntry entry = next(in); entry != null; entry = next(in)) {
        add(entry, names);
      }
    } catch (ZipException e) {
      throw unreadable(e);
    }
  }

  private ZipInputStream stream() throws IOException {
    long packed = Math.max(nested.getCompressedSize(), 1);
    return new ZipInputStream(
        new BudgetedInput(zip.getInputStream(nested), packed, budget), StandardCharsets.ISO_8859_1);
  }

  private static ZipEntry next(ZipInputStream in) throws IOException {
    try {
      return in.getNextEntry();
    } catch (IllegalArgumentException badName) {
      throw new UnreadableException(Reason.ZIP_DAMAGED, "an entry name cannot be decoded");
    }
  }

  private void add(ZipEntry entry, Set<String> names) throws UnreadableException {
    if (entry.isDirectory() || !names.add(entry.getName())) {
      return;
    }
    if (names.size() > MAX_ENTRIES) {
      throw new UnreadableException(Reason.ZIP_DAMAGED, "more than " + MAX_ENTRIES + " entries");
    }
    long packed = nested == null ? entry.getCompressedSize() : nested.getCompressedSize();
    ExportFile file =
        new ExportFile(
            entry.getName(), Math.max(entry.getSize(), 0), Math.max(packed, 1), changed(entry));
    if (!file.isMacSideFile()) {
      files.add(file);
    }
  }

  /** The entry's clock time, taken as UTC: the time zone of this machine must not matter. */
  private static Instant changed(ZipEntry entry) {
    try {
      return entry.getTimeLocal().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  @Override
  public List<ExportFile> files() {
    return files;
  }

  @Override
  public InputStream open(ExportFile file) throws IOException {
    if (nested == null) {
      InputStream in = zip.getInputStream(zip.getEntry(file.path()));
      return new BudgetedInput(in, file.packed(), budget);
    }
    ZipInputStream in = stream();
    for (ZipEntry entry = next(in); entry != null; entry = next(in)) {
      if (entry.getName().equals(file.path())) {
        return new BudgetedInput(in, file.packed(), budget);
      }
    }
    in.close();
    throw new UnreadableException(Reason.ZIP_DAMAGED, "an entry has gone");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Whether a file begins as ZIP files do. */
  static boolean hasZipHead(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4
          && head[0] == 'P'
          && head[1] == 'K'
          && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }
  }
}
