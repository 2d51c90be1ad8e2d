package dev.uncanned.archive;

/**
 * The number of bytes that one packed archive may unpack to while it is read.
 *
 * <p>Counted in bytes, not in time, so that the same archive gives the same result on any machine.
 * An entry ends at 200 times its packed size once 64 MB are out; the archive at 8 GB, twice, since
 * messages are read twice.
 */
final class ByteBudget {

  static final long FREE_BYTES = 64L << 20;
  static final long MAX_RATIO = 200;
  private static final long MAX_TOTAL = 2L * (8L << 30);

  private long produced;

  /**
   * Books bytes.
   *
   * @param entry bytes that the entry has produced so far, with these
   * @param packed bytes that the entry takes in the archive
   * @throws UnreadableException if a limit is passed
   */
  void spend(long bytes, long entry, long packed) throws UnreadableException {
    produced += bytes;
    if (produced > MAX_TOTAL || (entry > FREE_BYTES && entry / MAX_RATIO > packed)) {
      throw new UnreadableException(
          Reason.ZIP_RATIO, "the archive unpacks to more than its size explains");
    }
  }
}
