package dev.uncanned.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at their end while values are packed, and are read from their beginning. */
final class PackedBytes {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes;
  private int at;

  private PackedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** None yet. */
  static PackedBytes empty() {
    return new PackedBytes(new byte[256]);
  }

  /** Those of packed values. */
  static PackedBytes of(byte[] packed) {
    return new PackedBytes(packed);
  }

  /** All that was put. */
  byte[] toArray() {
    return Arrays.copyOf(bytes, at);
  }

  void putByte(int value) {
    room(1);
    bytes[at++] = (byte) value;
  }

  byte takeByte() {
    return bytes[at++];
  }

  /** Seven bits a byte, low ones first; a negative number takes ten bytes. */
  void putNumber(long value) {
    room(LONGEST_NUMBER);
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes[at++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  long takeNumber() {
    long value = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      value |= (long) (next & SEVEN_BITS) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return value | (long) next << shift;
  }

  /** Likewise, but short for small numbers below zero too. */
  void putSigned(long value) {
    putNumber(value << 1 ^ value >> Long.SIZE - 1);
  }

  long takeSigned() {
    long value = takeNumber();
    return value >>> 1 ^ -(value & 1);
  }

  void putInt(int value) {
    room(Integer.BYTES);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes[at++] = (byte) (value >>> shift);
    }
  }

  int takeInt() {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      value |= (bytes[at++] & 0xFF) << shift;
    }
    return value;
  }

  void putLong(long value) {
    putInt((int) value);
    putInt((int) (value >>> Integer.SIZE));
  }

  long takeLong() {
    long low = Integer.toUnsignedLong(takeInt());
    return (long) takeInt() << Integer.SIZE | low;
  }

  /** Length plus one, then the bytes in UTF-8; a length of zero stands for null. */
  void putText(String text) {
    putBlock(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  String takeText() {
    int length = (int) takeNumber() - 1;
    if (length < 0) {
      return null;
    }
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** Length plus one, then the bytes; a length of zero stands for null. */
  void putBlock(byte[] block) {
    if (block == null) {
      putNumber(0);
      return;
    }
    putNumber(block.length + 1L);
    room(block.length);
    System.arraycopy(block, 0, bytes, at, block.length);
    at += block.length;
  }

  byte[] takeBlock() {
    int length = (int) takeNumber() - 1;
    if (length < 0) {
      return null;
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private void room(int more) {
    if (at + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(at + more, 2 * bytes.length));
    }
  }
}
