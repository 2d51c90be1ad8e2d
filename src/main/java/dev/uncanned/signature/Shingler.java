package dev.uncanned.signature;

import java.util.Arrays;

/**
 * Cuts a masked text into its shingles: every run of a few consecutive words, each as a hash.
 *
 * <p>The text is read once by {@link #read}; the other methods speak of the text read last. A text
 * with fewer tokens than a shingle has is one shingle, an empty text none. Holds buffers that grow
 * to the longest text: one per thread.
 */
public final class Shingler {

  private static final long NEXT_WORD = 0xD6E8FEB86659FD93L;
  private static final int FIRST_CAPACITY = 256;

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
    shingleCount = tokenCount == 0 ? 0 : Math.max(1, tokenCount - words + 1);
    if (shingles.length < shingleCount) {
      shingles = new long[tokens.length];
    }
    int width = Math.min(words, tokenCount);
    for (int i = 0; i < shingleCount; i++) {
      shingles[i] = shingle(i, width);
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
   * first {@link #shingleCount} elements of a buffer that the next {@link #read} overwrites.
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
   * <p>Hashes are spread evenly, so each goes about where its leading bits say, and sorting what is
   * almost in order is quick. Sorting from scratch took a third of the time of sketching a text.
   */
  private void sortHashes() {
    if (sorted.length < shingleCount) {
      sorted = new int[shingles.length];
      ends = new int[shingles.length + 1];
    }
    Arrays.fill(ends, 0, shingleCount + 1, 0);
    for (int i = 0; i < shingleCount; i++) {
      ends[place(shingles[i]) + 1]++;
    }
    for (int i = 0; i < shingleCount; i++) {
      ends[i + 1] += ends[i];
    }
    for (int i = 0; i < shingleCount; i++) {
      sorted[ends[place(shingles[i])]++] = (int) (shingles[i] >> 32);
    }
    Arrays.sort(sorted, 0, shingleCount);
  }

  /** From 0 to {@code shingleCount - 1}, rising with the hash as a signed number. */
  private int place(long hash) {
    return (int) (((hash >>> 32 ^ 0x80000000L) * shingleCount) >>> 32);
  }

  private void hashTokens(String masked) {
    tokenCount = 0;
    long state = TokenHash.start();
    boolean inToken = false;
    int length = masked.length();
    for (int i = 0; i < length; i++) {
      char c = masked.charAt(i);
      if (c != ' ') {
        state = TokenHash.step(state, c);
        inToken = true;
      } else if (inToken) {
        add(TokenHash.mix(state));
        state = TokenHash.start();
        inToken = false;
      }
    }
    if (inToken) {
      add(TokenHash.mix(state));
    }
  }

  private void add(long token) {
    if (tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, tokenCount * 2);
    }
    tokens[tokenCount++] = token;
  }

  private long shingle(int from, int width) {
    long state = tokens[from];
    for (int i = from + 1; i < from + width; i++) {
      state = state * NEXT_WORD + tokens[i];
    }
    return TokenHash.mix(state);
  }
}
