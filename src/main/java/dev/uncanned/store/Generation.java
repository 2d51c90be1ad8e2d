package dev.uncanned.store;

import java.nio.file.Path;

/**
 * A generation that is being made: its number and the folder that holds its files and nothing else.
 *
 * @param number from 1
 * @param parent the generation that readers see meanwhile, 0 for none
 * @param folder absolute, made for this run
 */
public record Generation(long number, long parent, String runId, Path folder) {

  /** Folder of the Parquet tables that everybody with access to the output may read. */
  public Path tables() {
    return folder.resolve("tables");
  }

  /** Folder of the tables that hold names and texts. */
  public Path restricted() {
    return folder.resolve("restricted");
  }

  /** Folder of the reports. */
  public Path reports() {
    return folder.resolve("reports");
  }
}
