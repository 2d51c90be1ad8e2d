package dev.uncanned.archive;

/**
 * The number of bytes that one packed archive may unpack to while it is read; see {@link Budgets}.
 *
 * <p>Counted in bytes that really come out, not in what headers claim and not in time, so that the
 * same archive gives the same result on any machine. Not thread-safe.
 */
final class ByteBudget {

  /** Messages are read twice: to find out who owns the archive, and to be handed out. */
  private static final long PASSES = 2;

  private final long most;
  private long produced;

  /** A budget for one packed file. */
  ByteBudget() {
    this.most = Budgets.ZIP_TOTAL_BYTES;
  }

  /**
   * A budget for all entries of a ZIP, and of a ZIP inside of it, together.
   *
   * @param fileBytes size of the file on disk
   */
  ByteBudget(long fileBytes) {
    long ratio = Math.max(Budgets.UNPACKED_FREE_BYTES, Budgets.UNPACKED_RATIO * fileBytes);
    this.most = Math.min(Budgets.ZIP_TOTAL_BYTES, PASSES * ratio);
  }

  /**
   * Books bytes.
   *
   * @param entry bytes that the entry has produced so far, with these
   * @param packed bytes that the entry takes in the archive, 1 and more
   * @throws UnreadableException if a limit is passed
   */
  void spend(long bytes, long entry, long packed) throws UnreadableException {
    produced += bytes;
    boolean ratio = entry > Budgets.UNPACKED_FREE_BYTES && entry / Budgets.UNPACKED_RATIO > packed;
    if (produced > most || entry > Budgets.UNPACKED_BYTES || ratio) {
      throw new UnreadableException(
          Reason.ZIP_RATIO, "the archive unpacks to more than its size explains");
    }
  }
}
