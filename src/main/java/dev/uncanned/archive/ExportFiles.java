package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Files of one folder or ZIP, packed or not; each can be read several times. */
interface ExportFiles extends Closeable {

  /** All files, sorted by path, without the side files of a Mac. */
  List<ExportFile> files();

  /** The paths of all folders, empty ones among them where they can be told. */
  Set<String> folders();

  /** Opens a file at its beginning. */
  InputStream open(ExportFile file) throws IOException;

  /**
   * Opens a file at a byte; where it is packed, what stands before is unpacked and skipped.
   *
   * @param from 0 to the size of the file
   */
  InputStream open(ExportFile file, long from) throws IOException;

  /** Opens a file at its beginning; a gzip file at the beginning of what is in it. */
  default InputStream openUnpacked(ExportFile file) throws IOException {
    InputStream in = open(file);
    try {
      byte[] head = in.readNBytes(GzipInput.HEAD_BYTES);
      return GzipInput.unpacked(head, in, Math.max(file.packed(), 1));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** How a file begins, as {@link Rejected#raw_sample} holds it; null if it cannot be read. */
  default String sample(ExportFile file) {
    try (InputStream in = open(file)) {
      byte[] head = in.readNBytes(Rejected.SAMPLE_BYTES);
      return Rejected.sample(head, 0, head.length);
    } catch (IOException unreadable) {
      // Why it is rejected is told without it.
      return null;
    }
  }

  /** The file on disk; null where it is packed. */
  Path path(ExportFile file);

  /**
   * Opens the files of a part.
   *
   * <p>A part that names files of a ZIP that is cut off was found by salvaging, so its ZIP is
   * opened up to the cut; a part that names none stands for the ZIP as a whole.
   *
   * @throws UnreadableException if the ZIP is damaged or encrypted
   */
  static ExportFiles of(ArchivePart part) throws IOException {
    Path root = Path.of(part.root());
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return FolderExport.open(root, part.files());
    }
    boolean salvage = !part.files().isEmpty();
    ZipExport zip = ZipExport.open(root, part.inner().isEmpty() ? null : part.inner(), salvage);
    return part.files().isEmpty() ? zip : new SomeFiles(zip, part.files());
  }
}
