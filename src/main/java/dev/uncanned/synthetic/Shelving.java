package dev.uncanned.synthetic;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Takes the files of one LinkedIn export, packed or not. */
interface Shelving extends Closeable {

  /** Adds a file. */
  void file(String name, String text) throws IOException;

  /** A folder with the files as they are. */
  static Shelving folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Shelving() {
      @Override
      public void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
      }

      @Override
      public void close() {
        // a folder has no end to write
      }
    };
  }

  /**
   * A ZIP archive.
   *
   * @param wrapper folder inside the archive, ending in a slash; with it come the entries that
   *     macOS adds. Empty for none
   */
  static Shelving zip(Path file, String wrapper) throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    zip.setLevel(Deflater.BEST_SPEED);
    return new Shelving() {
      @Override
      public void file(String name, String text) throws IOException {
        entry(wrapper + name, text.getBytes(StandardCharsets.UTF_8));
        if (!wrapper.isEmpty()) {
          entry("__MACOSX/" + wrapper + "._" + name, new byte[] {0, 5, 22, 7, 0, 2, 0, 0});
        }
      }

      private void entry(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Calendar.EXPORTED);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }

      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }
}
