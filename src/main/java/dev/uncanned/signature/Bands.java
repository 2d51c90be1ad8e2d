package dev.uncanned.signature;

/**
 * Cuts signatures into bands: two texts are a candidate pair if they agree in all slots of a band.
 *
 * <p>A band is named by a 64-bit key in which its index is mixed in, so that keys of different
 * bands do not meet. Among a million texts an accidental match is expected in one band of ten
 * million, and verification removes it. Thread-safe.
 */
public final class Bands {

  private static final long NEXT_SLOT = 0xFF51AFD7ED558CCDL;

  private final int rows;
  private final long[] starts;

  public Bands(SignatureConfig config) {
    this.rows = config.rows();
    this.starts = new long[config.bands()];
    for (int band = 0; band < starts.length; band++) {
      starts[band] = TokenHash.mix(band + 1L);
    }
  }

  /** Number of bands. */
  public int count() {
    return starts.length;
  }

  /**
   * The key of one band.
   *
   * @param values the slots of a signature, as {@link MinHasher#sign(long[], int, long[])} writes
   * @param band index, from 0 to {@link #count} - 1
   */
  public long key(long[] values, int band) {
    long state = starts[band];
    int from = band * rows;
    for (int i = from; i < from + rows; i++) {
      state = Long.rotateLeft((state ^ values[i]) * NEXT_SLOT, 29);
    }
    return TokenHash.mix(state);
  }
}
