package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The tokens of a masked text as 32-bit hashes, with a note which of them are placeholders.
 *
 * <p>Two words share a hash with probability 2^-31; a phrase is mistaken only if the words around
 * agree as well. The lowest bit of a hash says whether the token is a placeholder.
 */
final class TokenArray {

  /** Stands between runs of tokens; no word, and no placeholder that is likely to be met. */
  static final int BREAK = 1;

  private static final int PLACEHOLDER = 1;

  private TokenArray() {}

  /** The tokens of a text whose tokens are parted by spaces. */
  static int[] of(String masked) {
    if (masked == null) {
      return new int[0];
    }
    IntArrayList tokens = new IntArrayList(masked.length() / 5 + 1);
    int start = 0;
    while (start < masked.length()) {
      int end = masked.indexOf(' ', start);
      end = end < 0 ? masked.length() : end;
      if (end > start) {
        tokens.add(token(masked, start, end));
      }
      start = end + 1;
    }
    return tokens.toIntArray();
  }

  private static int token(String masked, int start, int end) {
    int hash = (int) (PhraseHash.mix(PhraseHash.of(masked, start, end)) >>> 32);
    return opensPlaceholder(masked.charAt(start)) ? hash | PLACEHOLDER : hash & ~PLACEHOLDER;
  }

  /** Words have lost their punctuation, so only a placeholder begins with a bracket. */
  private static boolean opensPlaceholder(char first) {
    return first == '\u27e8' || first == '<' || first == '{' || first == '[';
  }

  static boolean isWord(int token) {
    return (token & PLACEHOLDER) == 0;
  }

  static int words(int[] tokens) {
    int words = 0;
    for (int token : tokens) {
      words += isWord(token) ? 1 : 0;
    }
    return words;
  }

  static long key(int[] tokens) {
    return PhraseHash.mix(Arrays.hashCode(tokens) ^ PhraseHash.gram(tokens, 0, tokens.length));
  }
}
