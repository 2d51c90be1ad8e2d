package dev.uncanned.archive;

import com.pff.PSTFileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Serves a data file of Outlook to java-libpst, page by page, and counts what it asks for.
 *
 * <p>A damaged file can lead the library round in circles; a limit on the number of reads ends that
 * at the same place on every machine, which a limit on time would not. Reading single bytes from
 * memory instead of the disk is also several times faster.
 */
final class OutlookBytes extends PSTFileContent {

  private static final int PAGE = 1 << 13;
  private static final int PAGES = 1 << 10;

  private final FileChannel channel;
  private final long size;
  private final Map<Long, byte[]> pages = new LinkedHashMap<>(PAGES, 0.75f, true);
  private long position;
  private long readsLeft = Long.MAX_VALUE;
  private byte[] page;
  private long pageNumber = -1;

  OutlookBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Allows a number of reads from here on. */
  void allow(long reads) {
    readsLeft = reads;
  }

  @Override
  public void seek(long index) throws IOException {
    if (index < 0) {
      throw new IOException("position before the start");
    }
    position = index;
  }

  @Override
  public long getFilePointer() {
    return position;
  }

  @Override
  public int read() throws IOException {
    spend();
    if (position >= size) {
      return -1;
    }
    load(position / PAGE);
    return page[(int) (position++ % PAGE)] & 0xFF;
  }

  @Override
  public int read(byte[] target) throws IOException {
    spend();
    if (position >= size) {
      return -1;
    }
    int done = 0;
    while (done < target.length && position < size) {
      load(position / PAGE);
      int from = (int) (position % PAGE);
      int n = (int) Math.min(Math.min(PAGE - from, target.length - done), size - position);
      System.arraycopy(page, from, target, done, n);
      done += n;
      position += n;
    }
    return done;
  }

  @Override
  public byte readByte() throws IOException {
    return (byte) read();
  }

  private void spend() throws IOException {
    if (--readsLeft < 0) {
      throw new IOException("more reads than an item can need");
    }
  }

  private void load(long number) throws IOException {
    if (number == pageNumber) {
      return;
    }
    byte[] found = pages.get(number);
    if (found == null) {
      found = new byte[PAGE];
      ByteBuffer buffer = ByteBuffer.wrap(found);
      long at = number * PAGE;
      while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
        // A read may return less than a page.
        Thread.onSpinWait();
      }
      pages.put(number, found);
      if (pages.size() > PAGES) {
        pages.remove(pages.keySet().iterator().next());
      }
    }
    page = found;
    pageNumber = number;
  }

  /** The channel belongs to who opened it. */
  @Override
  public void close() {}
}
