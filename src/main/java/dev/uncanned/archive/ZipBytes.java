package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of a ZIP, wherever they are, to be read at any place. */
interface ZipBytes extends Closeable {

  /** How many there are. */
  long size();

  /**
   * Reads some bytes.
   *
   * @param at place of the first, 0 and more
   * @return how many were read, fewer than asked only at the end; 0 behind it
   */
  int read(long at, byte[] target, int offset, int length) throws IOException;

  /** The given number of bytes, or fewer at the end. */
  default byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - at))];
    int read = read(at, bytes, 0, bytes.length);
    return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
  }
}
