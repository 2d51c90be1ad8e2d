package dev.uncanned.campaign;

import java.util.Arrays;

/**
 * Turns masked text into one number per token; negative numbers are placeholders.
 *
 * <p>31 bits are enough: two words of one sender that fall together still need the same neighbours
 * to be taken for one phrase.
 */
final class MaskedTokens {

  private static final char PLACEHOLDER = '\u27e8';
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;
  private static final long FNV_PRIME_64 = 0x100000001b3L;

  private MaskedTokens() {}

  static int[] of(String masked) {
    int n = masked.length();
    int[] tokens = new int[n / 2 + 1];
    int tokensN = 0;
    int start = 0;
    int hash = FNV_OFFSET;
    for (int i = 0; i <= n; i++) {
      char c = i < n ? masked.charAt(i) : ' ';
      if (c != ' ') {
        hash = (hash ^ c) * FNV_PRIME;
        continue;
      }
      if (i > start) {
        int token = finish(hash) >>> 1;
        tokens[tokensN++] = masked.charAt(start) == PLACEHOLDER ? ~token : token;
      }
      start = i + 1;
      hash = FNV_OFFSET;
    }
    return Arrays.copyOf(tokens, tokensN);
  }

  /** A 64-bit hash of a text or its fingerprint, the same on every machine. */
  static long key(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME_64;
    }
    return mix(hash, text.length());
  }

  static long mix(long hash, long next) {
    long h = (hash ^ next) * 0x9e3779b97f4a7c15L;
    return (h ^ (h >>> 29)) * 0xbf58476d1ce4e5b9L;
  }

  private static int finish(int hash) {
    int h = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
    h = (h ^ (h >>> 12)) * 0x297a2d39;
    return h ^ (h >>> 15);
  }
}
