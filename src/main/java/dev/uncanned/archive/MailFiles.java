package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Goes through the files of a part that are one mail each, and hands on their first bytes.
 *
 * <p>Files in gzip are unpacked. What is no regular file, has gone or cannot be read is rejected;
 * symbolic links are not followed.
 */
final class MailFiles {

  private final MailBatch batch;
  private final int mostBytes;
  private final Taker taker;

  private MailFiles(MailBatch batch, int mostBytes, Taker taker) {
    this.batch = batch;
    this.mostBytes = mostBytes;
    this.taker = taker;
  }

  /** Takes what was read of one file. */
  interface Taker {

    /**
     * Takes one file.
     *
     * @param longer whether the file goes on behind {@code content}
     */
    void take(long row, String path, byte[] content, boolean longer);
  }

  /** Reads all files of a part, up to {@code mostBytes} of each, and ends the batch. */
  static void read(ArchivePart part, MailBatch batch, int mostBytes, Taker taker) {
    MailFiles reading = new MailFiles(batch, mostBytes, taker);
    try (ExportFiles files = ExportFiles.of(part)) {
      Map<String, ExportFile> byPath = new HashMap<>();
      files.files().forEach(file -> byPath.put(file.path(), file));
      long row = part.first_row();
      for (String path : part.files()) {
        reading.file(row, path, files, byPath.get(path));
        row++;
      }
    } catch (IOException unreadable) {
      UnreadableException why = ZipExport.unreadable(unreadable);
      batch.reject(why.reason(), why.getMessage());
    }
    batch.end();
  }

  private void file(long row, String path, ExportFiles files, ExportFile file) {
    try {
      Path onDisk = file == null ? null : files.path(file);
      if (file == null || (onDisk != null && !Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS))) {
        batch.reject(row, path, Reason.IO_ERROR, "file is gone");
      } else if (onDisk != null && !Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
        batch.reject(row, path, Reason.NOT_REGULAR, "not a regular file");
      } else {
        bytes(row, files, file);
      }
    } catch (UnreadableException broken) {
      batch.reject(row, path, broken.reason(), broken.getMessage());
    } catch (IOException unreadable) {
      batch.reject(row, path, Reason.IO_ERROR, "file cannot be read");
    }
  }

  private void bytes(long row, ExportFiles files, ExportFile file) throws IOException {
    try (InputStream packed = files.open(file)) {
      byte[] head = packed.readNBytes(GzipInput.HEAD_BYTES);
      boolean gzip = GzipInput.isGzip(head);
      InputStream in = GzipInput.unpacked(head, packed, Math.max(file.size(), 1));
      byte[] content = content(in, gzip ? 0 : file.size());
      boolean longer = content.length == mostBytes && in.read() >= 0;
      batch.addBytes(Math.max(file.size(), gzip ? 0 : content.length));
      taker.take(row, file.path(), content, longer);
    }
  }

  /** The first bytes of a stream; its size is a claim only, right for the most part. */
  private byte[] content(InputStream in, long size) throws IOException {
    byte[] bytes = new byte[(int) Math.min(mostBytes, Math.max(size, 0))];
    int read = in.readNBytes(bytes, 0, bytes.length);
    if (read < bytes.length) {
      return Arrays.copyOf(bytes, read);
    }
    byte[] more = in.readNBytes(mostBytes - read);
    if (more.length == 0) {
      return bytes;
    }
    byte[] all = Arrays.copyOf(bytes, read + more.length);
    System.arraycopy(more, 0, all, read, more.length);
    return all;
  }
}
