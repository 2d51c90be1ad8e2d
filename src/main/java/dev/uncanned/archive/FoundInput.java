package dev.uncanned.archive;

import java.util.List;

/**
 * A piece of work that a finder sees in a folder or ZIP; the scanner gives it its ids.
 *
 * @param kind which reader opens it
 * @param archive path, below the folder or inside of the ZIP, of what belongs to one owner; empty:
 *     all of it. Pieces of the same path have the same owner.
 * @param input path of what is counted as one input: a file or a folder; pieces of the same kind
 *     and path are counted together
 * @param files paths of the files to be read, in order
 * @param bytes their size
 * @param firstRow ordinal of the first of the files in the input, from 1
 * @param byteStart first byte of the only file, 0 where it is read from the beginning
 * @param byteEnd byte behind the last one, -1 where it is read to the end
 */
record FoundInput(
    ArchivePart.Kind kind,
    String archive,
    String input,
    List<String> files,
    long bytes,
    long firstRow,
    long byteStart,
    long byteEnd) {

  /** A piece that is read as a whole. */
  static FoundInput whole(
      ArchivePart.Kind kind, String archive, String input, List<String> files, long bytes) {
    return new FoundInput(kind, archive, input, files, bytes, 1, 0, -1);
  }
}
