package dev.uncanned.archive;

import java.time.Instant;
import java.util.Locale;

/**
 * One file of an export; its path is only a name and never used to write anywhere.
 *
 * @param size bytes as declared, 0 if unknown
 * @param packed compressed bytes, as a base for the expansion limit
 * @param changed modification time, null if unknown
 */
record ExportFile(String path, long size, long packed, Instant changed) {

  /** Last part of the path, lower-cased. */
  String base() {
    int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(cut + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether it is one of the side files that a Mac adds when it packs a folder. */
  boolean isMacSideFile() {
    return base().startsWith("._") || path.startsWith("__MACOSX/") || path.contains("/__MACOSX/");
  }
}
