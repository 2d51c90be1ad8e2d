package dev.uncanned.archive;

import java.util.function.Consumer;

/** Reads one part of an archive and hands out what it finds, row by row. */
public interface ArchiveReader {

  /**
   * Reads the whole part. Never throws for bad input: what cannot be read becomes a {@link
   * Rejected}, and every input that was touched ends with its {@link InputCount}.
   */
  void read(ArchivePart part, Consumer<Parsed> out);
}
