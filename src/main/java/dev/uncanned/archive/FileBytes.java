package dev.uncanned.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, or a stretch of one, as the bytes of a ZIP. */
final class FileBytes implements ZipBytes {

  private final FileChannel channel;
  private final long start;
  private final long size;

  private FileBytes(FileChannel channel, long start, long size) {
    this.channel = channel;
    this.start = start;
    this.size = size;
  }

  /** Opens a file; a symbolic link is refused. */
  static FileBytes open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      return new FileBytes(channel, 0, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A stretch of the file, which stays open as long as the stretch is needed. */
  FileBytes stretch(long from, long length) {
    return new FileBytes(channel, start + from, length);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long at, byte[] target, int offset, int length) throws IOException {
    int wanted = (int) Math.max(0, Math.min(length, size - at));
    ByteBuffer buffer = ByteBuffer.wrap(target, offset, wanted);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + at + (wanted - buffer.remaining())) < 0) {
        break;
      }
    }
    return wanted - buffer.remaining();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
