package dev.uncanned.archive;

import java.io.IOException;
import java.util.List;

/** Recognises the inputs of one format among the files of a folder or a ZIP, by their content. */
interface FormatFinder {

  /**
   * What this format has among the files; files that it names are not shown to later finders.
   *
   * <p>The same files give the same inputs, in whatever order they are. A file that cannot be read
   * is left alone, unless it is clear that it is of this format: then it is found, and its reader
   * rejects it.
   *
   * @param files the folder or ZIP; opens files
   * @param left the files that no earlier finder has taken, sorted by path
   * @throws IOException if the folder or ZIP as a whole cannot be read
   */
  List<FoundInput> find(ExportFiles files, List<ExportFile> left) throws IOException;
}
