package dev.uncanned.score;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/**
 * In how many members of a scope each phrase occurs.
 *
 * <p>Most phrases of a large outbox occur once and need no entry: a first reading marks in a bit
 * set what was seen (8 bits a phrase) and what was seen again, a second one counts the latter. The
 * marks of two phrases may coincide, which costs an entry and changes no count.
 */
final class GramCounts {

  private static final int BITS_PER_GRAM = 8;
  private static final int MIN_BITS = 1 << 10;
  private static final long MAX_BITS = 1L << 32;
  private static final int WORD = 6;

  private final int order;
  private final long[] seen;
  private final long[] again;
  private final long mask;
  private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();

  /**
   * Counts of phrases.
   *
   * @param order words of a phrase; a shorter text is one phrase
   * @param tokens tokens of all texts together, for the size of the marks
   */
  GramCounts(int order, long tokens) {
    this.order = order;
    long wanted = Math.max(MIN_BITS, Math.min(MAX_BITS, tokens * BITS_PER_GRAM));
    long bits = Long.highestOneBit(wanted);
    this.seen = new long[(int) (bits >>> WORD)];
    this.again = new long[seen.length];
    this.mask = bits - 1;
  }

  /** Number of phrases of a text. */
  static int grams(int[] tokens, int order) {
    return tokens.length == 0 ? 0 : Math.max(1, tokens.length - order + 1);
  }

  /** The first reading: marks the phrases of a text that stands for some messages. */
  void mark(int[] tokens, int messages) {
    int length = Math.min(order, tokens.length);
    for (int i = 0; i < grams(tokens, order); i++) {
      long bit = PhraseHash.gram(tokens, i, length) & mask;
      int word = (int) (bit >>> WORD);
      long one = 1L << bit;
      if (messages > 1 || (seen[word] & one) != 0) {
        again[word] |= one;
      }
      seen[word] |= one;
    }
  }

  /** The second reading: counts each phrase once for a text, times its messages. */
  void count(int[] tokens, int messages, int textNo) {
    int length = Math.min(order, tokens.length);
    for (int i = 0; i < grams(tokens, order); i++) {
      long gram = PhraseHash.gram(tokens, i, length);
      long bit = gram & mask;
      if ((again[(int) (bit >>> WORD)] & 1L << bit) == 0) {
        continue;
      }
      long entry = counts.get(gram);
      if (entry == 0 || (int) entry != textNo) {
        counts.put(gram, ((entry >>> Integer.SIZE) + messages) << Integer.SIZE | textNo);
      }
    }
  }

  /** Messages that have the phrase; those which only one text of one message has may give 0. */
  int of(long gram) {
    return (int) (counts.get(gram) >>> Integer.SIZE);
  }

  /**
   * The places of a text that lie in no phrase which enough other messages have.
   *
   * @param support how many others are enough
   * @param own how many of the counted messages with a phrase are not others; 1 for each phrase if
   *     null
   */
  UncoveredWords uncovered(int[] tokens, int support, Long2IntOpenHashMap own) {
    int length = Math.min(order, tokens.length);
    UncoveredWords uncovered = new UncoveredWords(tokens);
    int coveredTo = 0;
    int grams = grams(tokens, order);
    for (int i = 0; i < tokens.length; i++) {
      if (i < grams) {
        long gram = PhraseHash.gram(tokens, i, length);
        int others = of(gram) - (own == null ? 1 : own.get(gram));
        coveredTo = others >= support ? i + length : coveredTo;
      }
      if (i >= coveredTo) {
        uncovered.add(i);
      }
    }
    return uncovered;
  }
}
