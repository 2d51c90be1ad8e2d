package dev.uncanned.signature;

import java.util.Arrays;

/**
 * Cuts a masked text into its shingles: every run of a few consecutive words, each as a hash.
 *
 * <p>The text is read once by {@code read}; the other methods speak of the text read last. A text
 * with fewer tokens than a shingle has is one shingle, an empty text none. Holds buffers that grow
 * to the longest text: one per thread.
 */
public final class Shingler {

  private static final long NEXT_WORD = 0xD6E8FEB86659FD93L;
  private static final int FIRST_CAPACITY = 256;

  /** So many hashes of equal leading bits are sorted by inserting one after the other. */
  private static final int FULL = 16;

  private final int words;
  private long[] tokens = new long[FIRST_CAPACITY];
  private long[] shingles = new long[FIRST_CAPACITY];
  private int[] sorted = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY + 1];
  private int tokenCount;
  private int shingleCount;

  public Shingler(SignatureConfig config) {
    this.words = config.shingle_words();
  }

  /**
   * Reads a text, replacing the one before.
   *
   * @param masked tokens separated by spaces; more than one space between them counts as one
   */
  public void read(String masked) {
    hashTokens(masked);
    cut();
  }

  /**
   * Reads a text that was tokenised before, replacing the one before.
   *
   * @param hashes the hash of each token, as {@link TokenHash#of} gives it
   */
  public void read(long... hashes) {
    if (tokens.length < hashes.length) {
      tokens = new long[hashes.length];
    }
    System.arraycopy(hashes, 0, tokens, 0, hashes.length);
    tokenCount = hashes.length;
    cut();
  }

  private void cut() {
    shingleCount = tokenCount == 0 ? 0 : Math.max(1, tokenCount - words + 1);
    if (shingles.length < shingleCount) {
      shingles = new long[tokens.length];
    }
    System.arraycopy(tokens, 0, shingles, 0, shingleCount);
    for (int word = 1; word < Math.min(words, tokenCount); word++) {
      for (int i = 0; i < shingleCount; i++) {
        shingles[i] = shingles[i] * NEXT_WORD + tokens[i + word];
      }
    }
    for (int i = 0; i < shingleCount; i++) {
      shingles[i] = TokenHash.mix(shingles[i]);
    }
  }

  /** Number of tokens of the text. */
  public int tokenCount() {
    return tokenCount;
  }

  /** Number of shingles of the text, repeated ones included. */
  public int shingleCount() {
    return shingleCount;
  }

  /**
   * The 64-bit hashes of the shingles in the order of the text, repeated ones included, in the
   * first {@link #shingleCount} elements of a buffer that the next {@code read} overwrites.
   */
  public long[] shingles() {
    return shingles;
  }

  /**
   * The set of the shingles for exact comparison: 32 bits of each hash, sorted, without doubles, in
   * an array of its own.
   *
   * <p>32 bits are enough to compare two texts: between two sets of 107 shingles fewer than 0.00001
   * accidental matches are expected.
   */
  public int[] set() {
    sortHashes();
    int distinct = 0;
    for (int i = 0; i < shingleCount; i++) {
      if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }

  /**
   * Sorts the upper halves of the hashes into {@code sorted}.
   *
   * <p>Hashes are spread evenly, so each goes to a place that its leading bits say, and few are
   * left to be swapped with their neighbours. A text that repeats itself, or was made to defeat
   * this, is sorted from scratch.
   */
  private void sortHashes() {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(shingleCount) + 1;
    int shift = Long.SIZE - bits;
    if (ends.length <= 1 << bits) {
      ends = new int[(1 << bits) + 1];
    }
    if (sorted.length < shingleCount) {
      sorted = new int[shingles.length];
    }
    int fullest = place(shift, 1 << bits);
    if (fullest <= FULL) {
      insert();
    } else {
      Arrays.sort(sorted, 0, shingleCount);
    }
  }

  /**
   * Puts each hash among those of equal leading bits; returns how many of these there are at most.
   */
  private int place(int shift, int buckets) {
    Arrays.fill(ends, 0, buckets + 1, 0);
    for (int i = 0; i < shingleCount; i++) {
      ends[bucket(shingles[i], shift) + 1]++;
    }
    int fullest = 0;
    int end = 0;
    for (int i = 1; i < buckets; i++) {
      fullest = Math.max(fullest, ends[i]);
      end += ends[i];
      ends[i] = end;
    }
    fullest = Math.max(fullest, ends[buckets]);
    for (int i = 0; i < shingleCount; i++) {
      sorted[ends[bucket(shingles[i], shift)]++] = (int) (shingles[i] >> Integer.SIZE);
    }
    return fullest;
  }

  /** Rises with the hash as a signed number. */
  private static int bucket(long hash, int shift) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> shift);
  }

  private void insert() {
    for (int i = 1; i < shingleCount; i++) {
      int hash = sorted[i];
      int at = i;
      while (at > 0 && sorted[at - 1] > hash) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = hash;
    }
  }

  private void hashTokens(String masked) {
    int length = masked.length();
    // A token and the space behind it are two chars at least.
    if (tokens.length <= length / 2) {
      tokens = new long[length];
    }
    int count = 0;
    long state = TokenHash.start();
    boolean inToken = false;
    for (int i = 0; i < length; i++) {
      char c = masked.charAt(i);
      if (c != ' ') {
        state = TokenHash.step(state, c);
        inToken = true;
      } else if (inToken) {
        tokens[count++] = state;
        state = TokenHash.start();
        inToken = false;
      }
    }
    if (inToken) {
      tokens[count++] = state;
    }
    for (int i = 0; i < count; i++) {
      tokens[i] = TokenHash.mix(tokens[i]);
    }
    tokenCount = count;
  }
}
