package dev.uncanned.cluster;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A growing array of bytes in which numbers are written little-endian, and in which a stretch can
 * be closed as a block: its length, its CRC-32C, the stretch.
 */
final class BlockBytes {

  static final int BLOCK_HEAD = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int SEVEN_BITS = 7;
  private static final int LOW_BITS = 0x7F;

  private final CRC32C crc = new CRC32C();
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;
  private int blockStart;

  static long longAt(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static int intAt(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Writes all bytes to a file and begins anew. */
  void drainTo(FileChannel channel) throws IOException {
    ByteBuffer written = ByteBuffer.wrap(bytes, 0, length);
    while (written.hasRemaining()) {
      channel.write(written);
    }
    clear();
  }

  /** The written bytes in an array of their own. */
  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  void putLong(long value) {
    putFixed(value, Long.BYTES);
  }

  void putInt(int value) {
    putFixed(value, Integer.BYTES);
  }

  void putInts(int[] values) {
    reserve(Math.multiplyExact(values.length, Integer.BYTES));
    int at = length;
    for (int value : values) {
      INTS.set(bytes, at, value);
      at += Integer.BYTES;
    }
    length = at;
  }

  /** Writes the lowest {@code width} bytes of a number. */
  void putFixed(long value, int width) {
    reserve(Long.BYTES);
    LONGS.set(bytes, length, value);
    length += width;
  }

  /** Writes a number of at least 0, seven bits a byte. */
  void putVarint(long value) {
    long left = value;
    while (left > LOW_BITS) {
      putFixed(left & LOW_BITS | LOW_BITS + 1, 1);
      left >>>= SEVEN_BITS;
    }
    putFixed(left, 1);
  }

  void put(byte[] from, int count) {
    reserve(count + Long.BYTES);
    System.arraycopy(from, 0, bytes, length, count);
    length += count;
  }

  /** Begins a block; {@link #endBlock} closes it. */
  void beginBlock() {
    blockStart = length;
    putLong(0);
  }

  /** Number of bytes since {@link #beginBlock}. */
  int blockLength() {
    return length - blockStart - BLOCK_HEAD;
  }

  void endBlock() {
    crc.reset();
    crc.update(bytes, blockStart + BLOCK_HEAD, blockLength());
    INTS.set(bytes, blockStart, blockLength());
    INTS.set(bytes, blockStart + Integer.BYTES, (int) crc.getValue());
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
    }
  }
}
