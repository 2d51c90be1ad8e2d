package dev.uncanned.score;

/** Hashes words and sequences of words; the values depend on the bytes alone. */
final class PhraseHash {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;

  private PhraseHash() {}

  /** FNV-1a over some bytes. */
  static long of(byte[] bytes, int from, int to) {
    long hash = FNV_OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /** FNV-1a over some characters. */
  static long of(CharSequence text, int from, int to) {
    long hash = FNV_OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finaliser of splitmix64: spreads every bit over the whole word. */
  static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * MIX_1;
    z = (z ^ (z >>> 27)) * MIX_2;
    return z ^ (z >>> 31);
  }

  /** The hash of {@code length} tokens from a place on. */
  static long gram(int[] tokens, int from, int length) {
    long hash = length;
    for (int i = from; i < from + length; i++) {
      hash = mix(hash ^ tokens[i]);
    }
    return hash;
  }
}
