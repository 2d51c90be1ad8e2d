package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * A ZIP that is packed in an outer one and too large for memory: unpacked anew whenever a place
 * before the last one is read.
 *
 * <p>Reading from front to back costs one pass. Reading in another order costs up to one pass a
 * place, so the bytes of all passes have a budget of their own.
 */
final class UnpackedBytes implements ZipBytes {

  private final Opening opening;
  private final long size;
  private final byte[] skipped = new byte[1 << 16];
  private InputStream in;
  private long at;
  private long produced;

  /** Opens the packed bytes at their beginning. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * @param size number of bytes, as counted by unpacking them once
   */
  UnpackedBytes(Opening opening, long size) {
    this.opening = opening;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long place, byte[] target, int offset, int length) throws IOException {
    if (place >= size) {
      return 0;
    }
    if (in == null || place < at) {
      close();
      in = opening.open();
      at = 0;
    }
    while (at < place) {
      int n = in.read(skipped, 0, (int) Math.min(skipped.length, place - at));
      if (n < 0) {
        return 0;
      }
      pass(n);
    }
    int n = in.readNBytes(target, offset, (int) Math.min(length, size - place));
    pass(n);
    return n;
  }

  private void pass(int bytes) throws UnreadableException {
    at += bytes;
    produced += bytes;
    if (produced > Budgets.NESTED_PASSES_BYTES) {
      throw new UnreadableException(
          Reason.ZIP_RATIO, "an inner archive would have to be unpacked too often");
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
