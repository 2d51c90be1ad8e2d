package dev.uncanned.archive;

/** Bytes of a small ZIP that were unpacked from an outer one. */
final class MemoryBytes implements ZipBytes {

  private final byte[] bytes;

  MemoryBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(long at, byte[] target, int offset, int length) {
    int n = (int) Math.max(0, Math.min(length, bytes.length - at));
    if (n > 0) {
      System.arraycopy(bytes, (int) at, target, offset, n);
    }
    return n;
  }

  /** Nothing is held open. */
  @Override
  public void close() {}
}
