package dev.uncanned.pipeline;

import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.store.Folders;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.store.StoreLock;
import dev.uncanned.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out whether a generation is still what was published, and what a new run would publish. */
public final class Verification {

  /** The one table that may differ: it holds the speed of the run. */
  private static final String FIGURES = RunMetricRow.class.getAnnotation(Table.class).name();

  /** Below the working files, which every run removes where a verification has left them. */
  private static final String SCRATCH = "verify";

  private Verification() {}

  /**
   * Compares all files with the manifest, and the rows in the footers of the tables.
   *
   * @return a line for each difference; empty if there is none
   * @throws UserException if a file cannot be read
   */
  public static List<String> faults(Path out, Manifest manifest) {
    Store store = new Store(out);
    try {
      List<String> faults = new ArrayList<>(store.verify(manifest));
      if (faults.isEmpty()) {
        faults.addAll(rowFaults(store.folder(manifest), manifest));
      }
      return faults;
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  private static List<String> rowFaults(Path folder, Manifest manifest) throws IOException {
    List<String> faults = new ArrayList<>();
    Map<String, Long> rows = new TreeMap<>();
    for (PublishedFile file : manifest.files()) {
      if (file.rows() != null) {
        long found = ParquetRows.rows(folder.resolve(file.path()));
        rows.merge(file.path().substring(0, file.path().lastIndexOf('/')), found, Long::sum);
        if (found != file.rows()) {
          faults.add(file.path() + ": " + found + " rows, published were " + file.rows());
        }
      }
    }
    for (PublishedTable table : manifest.tables()) {
      long found = rows.getOrDefault(table.path(), 0L);
      if (found != table.rows()) {
        faults.add(table.path() + ": " + found + " rows, published were " + table.rows());
      }
    }
    return faults;
  }

  /**
   * Carries out a request once more, in a folder that is thrown away, and compares all tables but
   * that of the figures of the run, which holds its speed.
   *
   * @param request with the output folder as its own; no other run can begin meanwhile
   * @return a line for each table that comes out differently; empty if none does
   * @throws UserException if the request is another one than that of the generation
   */
  public static List<String> recompute(Runner runner, RunRequest request, Manifest published) {
    Path out = request.out();
    Store store = new Store(out);
    Path scratch = store.work().toAbsolutePath().normalize().resolve(SCRATCH);
    if (published.tables().isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT, out + ": an older version has published this without digests");
    }
    try (StoreLock lock = store.lock(request.lockWait())) {
      lock.requireHeld();
      Folders.delete(scratch);
      try {
        runner.replaying(out, published).run(request.into(scratch));
        return differences(published, Outputs.newest(scratch).manifest(), out);
      } finally {
        Folders.delete(scratch);
      }
    } catch (StoreBusyException busy) {
      throw StoreFailure.of(out, busy);
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  private static List<String> differences(Manifest published, Manifest again, Path out) {
    if (!published.request_key().equals(again.request_key())) {
      throw new UserException(
          ExitCode.DATA,
          out
              + ": generation "
              + published.generation()
              + " answers another request: archives, roster, configuration, key, as-of day or"
              + " version differ");
    }
    Map<String, PublishedTable> tables = new TreeMap<>();
    again.tables().forEach(table -> tables.put(table.path(), table));
    List<String> faults = new ArrayList<>();
    for (PublishedTable table : published.tables()) {
      PublishedTable other = tables.remove(table.path());
      boolean figures = table.path().endsWith("/" + FIGURES);
      boolean same = figures ? other != null : table.equals(other);
      if (!same) {
        faults.add(table.path() + ": comes out differently");
      }
    }
    tables.keySet().forEach(path -> faults.add(path + ": was not published"));
    return faults;
  }
}
