package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of one export, packed or not; each can be read several times. */
interface ExportFiles extends Closeable {

  /** All files, sorted by path, without the side files of a Mac. */
  List<ExportFile> files();

  InputStream open(ExportFile file) throws IOException;
}
