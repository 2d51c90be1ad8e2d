package dev.uncanned.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads blocks that {@link BlockBytes} wrote from a stretch of a file, one after the other, and
 * refuses those whose checksum is wrong.
 *
 * <p>Also a cursor over the numbers of the block read last. A cursor that runs over the end of its
 * block reads zeros or stops with {@link ArrayIndexOutOfBoundsException}; blocks that pass their
 * checksum do not let it.
 */
final class BlockReader {

  private static final int WINDOW = 1 << 18;
  private static final int SEVEN_BITS = 7;
  private static final int LOW_BITS = 0x7F;

  private final FileChannel channel;
  private final Path file;
  private final long end;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private final byte[] head = new byte[BlockBytes.BLOCK_HEAD];
  private final CRC32C crc = new CRC32C();
  private long at;
  private byte[] block = new byte[WINDOW];
  private int length;
  private int cursor;

  /** A reader of the bytes of a file from {@code start} to before {@code end}. */
  BlockReader(FileChannel channel, Path file, long start, long end) {
    this.channel = channel;
    this.file = file;
    this.at = start;
    this.end = end;
  }

  /** Reads the next block; false at the end. */
  boolean next() throws IOException {
    if (left() == 0) {
      return false;
    }
    fill(head, head.length);
    length = BlockBytes.intAt(head, 0);
    if (length < 0 || length > left()) {
      throw StateException.damaged(file, "length of a block");
    }
    if (block.length - length < Long.BYTES) {
      block = new byte[Math.addExact(length, Long.BYTES)];
    }
    fill(block, length);
    crc.reset();
    crc.update(block, 0, length);
    if ((int) crc.getValue() != BlockBytes.intAt(head, Integer.BYTES)) {
      throw StateException.damaged(file, "checksum of a block");
    }
    cursor = 0;
    return true;
  }

  /** Reads the next block if nothing is left of this one; there has to be something in it. */
  void requireMore() throws IOException {
    if (atEnd() && (!next() || atEnd())) {
      throw damaged("cut off");
    }
  }

  /** Makes sure that all has been read. */
  void requireEnd() throws IOException {
    if (!atEnd() || left() > 0) {
      throw damaged("more than there should be");
    }
  }

  /** The block read last, followed by at least eight bytes that mean nothing. */
  byte[] block() {
    return block;
  }

  /** Length of the block read last. */
  int length() {
    return length;
  }

  int cursor() {
    return cursor;
  }

  void skip(int bytes) {
    cursor += bytes;
  }

  boolean atEnd() {
    return cursor >= length;
  }

  long getLong() {
    cursor += Long.BYTES;
    return BlockBytes.longAt(block, cursor - Long.BYTES);
  }

  int getInt() {
    cursor += Integer.BYTES;
    return BlockBytes.intAt(block, cursor - Integer.BYTES);
  }

  long getVarint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += SEVEN_BITS) {
      byte next = block[cursor++];
      value |= (long) (next & LOW_BITS) << shift;
      if (next >= 0) {
        break;
      }
    }
    return value;
  }

  StateException damaged(String what) {
    return StateException.damaged(file, what);
  }

  private long left() {
    return end - at + window.remaining();
  }

  private void fill(byte[] into, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (!window.hasRemaining()) {
        refill();
      }
      int part = Math.min(count - done, window.remaining());
      window.get(into, done, part);
      done += part;
    }
  }

  private void refill() throws IOException {
    window.clear().limit((int) Math.min(WINDOW, end - at));
    int n = window.hasRemaining() ? channel.read(window, at) : -1;
    if (n <= 0) {
      window.limit(0);
      throw StateException.damaged(file, "cut off");
    }
    at += n;
    window.flip();
  }
}
