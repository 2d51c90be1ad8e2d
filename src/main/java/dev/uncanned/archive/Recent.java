package dev.uncanned.archive;

import java.util.function.BiFunction;

/**
 * Remembers what was made of the last few pairs of texts.
 *
 * <p>The rows of a conversation stand together and name the same two people again and again; a look
 * at the last few is cheaper than hashing. Not thread-safe.
 */
final class Recent<V> {

  /** A power of two; in a conversation of two there are two senders and two lists of recipients. */
  private static final int PLACES = 4;

  private final BiFunction<String, String, V> maker;
  private final String[] firsts = new String[PLACES];
  private final String[] seconds = new String[PLACES];
  private final Object[] values = new Object[PLACES];
  private int oldest;

  /**
   * @param maker gives equal results for equal texts; may give null
   */
  Recent(BiFunction<String, String, V> maker) {
    this.maker = maker;
  }

  /** What the maker gives for two texts, which are not null. */
  @SuppressWarnings("unchecked")
  V of(String first, String second) {
    for (int i = 0; i < PLACES; i++) {
      if (first.equals(firsts[i]) && second.equals(seconds[i])) {
        return (V) values[i];
      }
    }
    V value = maker.apply(first, second);
    firsts[oldest] = first;
    seconds[oldest] = second;
    values[oldest] = value;
    oldest = (oldest + 1) % PLACES;
    return value;
  }
}
