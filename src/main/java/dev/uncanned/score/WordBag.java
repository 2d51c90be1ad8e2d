package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/**
 * The different words of a masked text as 24-bit hashes, three bytes each, ascending; placeholders
 * are left out.
 *
 * <p>Of a million unlike words six are taken for one of a hundred others.
 */
final class WordBag {

  private static final int BYTES = 3;

  private WordBag() {}

  /** The bag of a text; null for a null one. */
  static byte[] of(String masked) {
    if (masked == null) {
      return null;
    }
    int[] tokens = TokenArray.of(masked);
    int words = 0;
    for (int token : tokens) {
      if (TokenArray.isWord(token)) {
        tokens[words++] = token >>> Byte.SIZE;
      }
    }
    IntArrays.quickSort(tokens, 0, words);
    byte[] bag = new byte[words * BYTES];
    int end = 0;
    for (int i = 0; i < words; i++) {
      if (i == 0 || tokens[i] != tokens[i - 1]) {
        bag[end++] = (byte) (tokens[i] >>> 16);
        bag[end++] = (byte) (tokens[i] >>> 8);
        bag[end++] = (byte) tokens[i];
      }
    }
    return Arrays.copyOf(bag, end);
  }

  /** How many words of a bag are not known yet; they are from now on. */
  static int learn(byte[] bag, IntOpenHashSet known, IntOpenHashSet idle) {
    int unknown = 0;
    for (int i = 0; i + BYTES <= bag.length; i += BYTES) {
      int word = (bag[i] & 0xff) << 16 | (bag[i + 1] & 0xff) << 8 | bag[i + 2] & 0xff;
      boolean unseen = known.add(word);
      unknown += unseen && !idle.contains(word) ? 1 : 0;
    }
    return unknown;
  }
}
