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

  /** The path of the folder it lies in; empty at the top. */
  String folder() {
    int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  /** Whether it lies in a folder or in one below it; everything lies below the empty path. */
  boolean isBelow(String folder) {
    return folder.isEmpty()
        || (path.length() > folder.length() + 1
            && path.startsWith(folder)
            && (path.charAt(folder.length()) == '/' || path.charAt(folder.length()) == '\\'));
  }

  /** Whether it is one of the side files that a Mac adds when it packs a folder. */
  boolean isMacSideFile() {
    return base().startsWith("._") || path.startsWith("__MACOSX/") || path.contains("/__MACOSX/");
  }
}
