package dev.uncanned.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * A packed export, read in place and never extracted; it may be a ZIP inside another ZIP.
 *
 * <p>The directory is checked before any entry is opened ({@link ZipDirectory}); what entries may
 * unpack to is limited by bytes really produced ({@link ByteBudget}), because the sizes in the
 * headers are claims. Links and devices are listed, and opening them fails with {@link
 * Reason#NOT_REGULAR}. Of two entries with one name, the later one is shown in a folder {@code
 * (2)}.
 *
 * <p>A ZIP in a ZIP is read in place if it is not packed once more, else from memory up to {@link
 * Budgets#NESTED_MEMORY_BYTES}, else as a stream that is quick from front to back.
 */
final class ZipExport implements ExportFiles {

  private final ZipBytes disk;
  private final ZipBytes bytes;
  private final ByteBudget budget;
  private final Map<String, ZipRecord> records = new HashMap<>();
  private final List<ExportFile> files = new ArrayList<>();
  private final Set<String> folders = new HashSet<>();

  private ZipExport(ZipBytes disk, ZipBytes bytes, ByteBudget budget, List<ZipRecord> records) {
    this.disk = disk;
    this.bytes = bytes;
    this.budget = budget;
    Map<String, Integer> copies = new HashMap<>();
    records.forEach(record -> add(record, copies));
    files.sort(Comparator.comparing(ExportFile::path));
  }

  /**
   * Opens a ZIP and lists its entries.
   *
   * @param inner path of the ZIP inside that is meant, null for the file itself
   * @throws UnreadableException if it is damaged, cut off, encrypted or hostile
   */
  static ZipExport open(Path file, String inner) throws IOException {
    return open(file, inner, false);
  }

  /**
   * Opens a ZIP and lists its entries.
   *
   * @param salvage whether a ZIP that is cut off is opened too: with its whole entries before the
   *     cut
   */
  static ZipExport open(Path file, String inner, boolean salvage) throws IOException {
    return open(file, inner, salvage, Budgets.NESTED_MEMORY_BYTES);
  }

  /** The same, with inner ZIPs of {@code memory} bytes and more read as streams. */
  static ZipExport open(Path file, String inner, boolean salvage, int memory) throws IOException {
    FileBytes disk = FileBytes.open(file);
    try {
      ByteBudget budget = new ByteBudget(disk.size());
      boolean outerCut = salvage && inner == null;
      ZipExport outer = new ZipExport(disk, disk, budget, records(disk, budget, outerCut));
      if (inner == null) {
        return outer;
      }
      ZipBytes nested = outer.nested(inner, memory);
      return new ZipExport(disk, nested, budget, records(nested, budget, salvage));
    } catch (IOException | RuntimeException e) {
      disk.close();
      throw e;
    }
  }

  private static List<ZipRecord> records(ZipBytes bytes, ByteBudget budget, boolean salvage)
      throws IOException {
    List<ZipRecord> records = ZipDirectory.read(bytes);
    if (records != null) {
      return records;
    }
    if (!salvage) {
      throw ZipDirectory.damaged("the archive is cut off: it has no directory at its end");
    }
    return ZipSalvage.read(bytes, budget);
  }

  /** What a failure while reading a ZIP means. */
  static UnreadableException unreadable(IOException failure) {
    if (failure instanceof UnreadableException known) {
      return known;
    }
    return failure instanceof ZipException || failure instanceof EOFException
        ? ZipDirectory.damaged("the archive is damaged or cut off")
        : new UnreadableException(Reason.IO_ERROR, "the file cannot be read");
  }

  private void add(ZipRecord record, Map<String, Integer> copies) {
    if (record.folder()) {
      addFolder(record.name());
      return;
    }
    String path = freePath(record.name(), copies);
    ExportFile file =
        new ExportFile(path, record.size(), Math.max(record.packed(), 1), record.changed());
    if (!file.isMacSideFile()) {
      records.put(path, record);
      files.add(file);
      folders.add(file.folder());
    }
  }

  /**
   * The name, or the first one in a folder {@code (2)}, {@code (3)}, … that no entry has.
   *
   * @param copies by name, the number to go on with: those before are taken for good
   */
  private String freePath(String name, Map<String, Integer> copies) {
    String path = name;
    int copy = copies.getOrDefault(name, 2);
    while (records.containsKey(path)) {
      path = "(" + copy + ")/" + name;
      copies.put(name, ++copy);
    }
    return path;
  }

  private void addFolder(String name) {
    if (!new ExportFile(name, 0, 1, null).isMacSideFile()) {
      folders.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }
  }

  private ZipBytes nested(String inner, int memory) throws IOException {
    ZipRecord record = records.get(inner);
    if (record == null) {
      throw ZipDirectory.damaged("the inner archive is missing");
    }
    if (record.method() == ZipRecord.STORED && disk instanceof FileBytes file) {
      return file.stretch(record.start(), record.packed());
    }
    try (InputStream in = open(record)) {
      byte[] head = in.readNBytes(memory);
      if (head.length < memory) {
        return new MemoryBytes(head);
      }
      long size = memory + in.skip(Long.MAX_VALUE);
      return new UnpackedBytes(() -> new ZipEntryInput(bytes, record), size);
    }
  }

  private InputStream open(ZipRecord record) throws UnreadableException {
    if (!record.regular()) {
      throw new UnreadableException(Reason.NOT_REGULAR, "a link or a device, not a file");
    }
    if (record.method() != ZipRecord.STORED && record.method() != ZipRecord.DEFLATED) {
      throw ZipDirectory.damaged("an entry is packed by a method that is not read");
    }
    InputStream in = new ZipEntryInput(bytes, record);
    return new BudgetedInput(in, Math.max(record.packed(), 1), budget);
  }

  @Override
  public List<ExportFile> files() {
    return files;
  }

  @Override
  public InputStream open(ExportFile file) throws IOException {
    ZipRecord record = records.get(file.path());
    if (record == null) {
      throw ZipDirectory.damaged("an entry has gone");
    }
    return open(record);
  }

  @Override
  public Set<String> folders() {
    return folders;
  }

  @Override
  public InputStream open(ExportFile file, long from) throws IOException {
    InputStream in = open(file);
    try {
      in.skipNBytes(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public Path path(ExportFile file) {
    return null;
  }

  @Override
  public void close() throws IOException {
    try {
      bytes.close();
    } finally {
      disk.close();
    }
  }
}
