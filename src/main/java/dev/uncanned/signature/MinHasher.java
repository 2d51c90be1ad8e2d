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
  private final byte[] filled;
  private final short[] empty;

  public MinHasher(SignatureConfig config) {
    this.slots = config.slots();
    this.seed = TokenHash.mix(config.seed() + GOLDEN);
    this.lenders = lenders(slots, seed);
    this.filled = new byte[slots];
    this.empty = new short[slots];
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
    Arrays.fill(filled, (byte) 0);
    Arrays.fill(values, -1L);
    for (int i = 0; i < count; i++) {
      long hash = TokenHash.mix(shingles[i] ^ seed);
      int bin = (int) (((hash >>> 32) * slots) >>> 32);
      values[bin] = lesser(hash, values[bin]);
      filled[bin] = 1;
    }
    if (count > 0) {
      densify(values);
    }
  }

  /**
   * The lesser of two unsigned numbers, without a branch: which one it is cannot be foreseen, and a
   * wrong guess of the processor costs more than all the arithmetic. The borrow of the difference
   * is from Warren, "Hacker's Delight" (2nd edition, section 2-13).
   */
  private static long lesser(long one, long other) {
    long borrow = ~one & other | ~(one ^ other) & one - other;
    return other ^ (one ^ other) & borrow >> Long.SIZE - 1;
  }

  /**
   * Fills the empty bins. Which they are cannot be foreseen either, so that all of them look at
   * their first lender, those that found it empty at the second, and so on, without a branch.
   */
  private void densify(long[] values) {
    int left = 0;
    for (int bin = 0; bin < slots; bin++) {
      empty[left] = (short) bin;
      left += 1 - filled[bin];
    }
    for (int round = 0; left > 0; round += slots) {
      int looking = left;
      left = 0;
      for (int i = 0; i < looking; i++) {
        short bin = empty[i];
        int lender = lenders[round + bin];
        values[bin] = values[lender];
        empty[left] = bin;
        left += 1 - filled[lender];
      }
    }
  }

  /**
   * All bins in a random order for each bin (Fisher and Yates): first the first of each bin, then
   * the second of each.
   */
  private static short[] lenders(int slots, long seed) {
    short[] lenders = new short[slots * slots];
    long state = seed;
    for (int bin = 0; bin < slots; bin++) {
      for (int i = 0; i < slots; i++) {
        state += GOLDEN;
        int other = (int) (((TokenHash.mix(state) >>> 32) * (i + 1)) >>> 32);
        lenders[i * slots + bin] = lenders[other * slots + bin];
        lenders[other * slots + bin] = (short) i;
      }
    }
    return lenders;
  }
}
