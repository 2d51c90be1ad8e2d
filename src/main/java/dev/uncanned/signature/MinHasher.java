package dev.uncanned.signature;

import java.util.Arrays;

/**
 * Sketches a set of shingles as a MinHash signature: two sets agree in a slot with a probability
 * close to their Jaccard similarity.
 *
 * <p>One-permutation hashing (Li, Owen, Zhang 2012): each shingle is hashed once, the range of the
 * hash is cut into as many equal bins as there are slots, and a slot keeps the smallest hash of its
 * bin. An empty bin borrows the value of another, picked at random for each bin alike in all sets:
 * the optimal densification of Shrivastava, "Optimal Densification for Fast and Accurate Minwise
 * Hashing" (ICML 2017). Each bin here walks the others in a random order of its own, which is the
 * same choice drawn without replacement and so ends after at most one round.
 *
 * <p>For 100 shingles and 128 slots this costs about a tenth of 128 hash functions; the estimate of
 * the similarity is up to 17 % less exact for sets of 20, which does not matter where candidates
 * are verified.
 *
 * <p>The output for a given seed is fixed by {@link #VERSION} and pinned in a test. Holds scratch
 * buffers: one per thread.
 */
public final class MinHasher {

  /** Version of the signatures; signatures of different versions must not be compared. */
  public static final int VERSION = 1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int slots;
  private final long seed;
  private final short[] lenders;
  private final boolean[] filled;

  public MinHasher(SignatureConfig config) {
    this.slots = config.slots();
    this.seed = TokenHash.mix(config.seed() + GOLDEN);
    this.lenders = lenders(slots, seed);
    this.filled = new boolean[slots];
  }

  /** The signature of a set of shingles; order and repetition do not matter. */
  public MinHashSignature sign(long... shingles) {
    long[] values = new long[slots];
    sign(shingles, shingles.length, values);
    return new MinHashSignature(values);
  }

  /**
   * Writes the signature of the first {@code count} shingles into {@code values}, which has one
   * element per slot. Without shingles all slots are -1.
   */
  public void sign(long[] shingles, int count, long[] values) {
    Arrays.fill(filled, false);
    Arrays.fill(values, -1L);
    for (int i = 0; i < count; i++) {
      long hash = TokenHash.mix(shingles[i] ^ seed);
      int bin = (int) (((hash >>> 32) * slots) >>> 32);
      if (Long.compareUnsigned(hash, values[bin]) <= 0) {
        values[bin] = hash;
        filled[bin] = true;
      }
    }
    if (count > 0) {
      densify(values);
    }
  }

  private void densify(long[] values) {
    for (int bin = 0; bin < slots; bin++) {
      if (!filled[bin]) {
        int lender = bin * slots;
        while (!filled[lenders[lender]]) {
          lender++;
        }
        values[bin] = values[lenders[lender]];
      }
    }
  }

  /** For each bin, one after the other, all bins in a random order (Fisher and Yates). */
  private static short[] lenders(int slots, long seed) {
    short[] lenders = new short[slots * slots];
    long state = seed;
    for (int bin = 0; bin < slots; bin++) {
      int from = bin * slots;
      for (int i = 0; i < slots; i++) {
        state += GOLDEN;
        int other = (int) (((TokenHash.mix(state) >>> 32) * (i + 1)) >>> 32);
        lenders[from + i] = lenders[from + other];
        lenders[from + other] = (short) i;
      }
    }
    return lenders;
  }
}
