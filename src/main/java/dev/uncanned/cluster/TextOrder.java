package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Puts texts into the order of two numbers and, where texts agree in both, of their fingerprints.
 *
 * <p>By digits and not by comparisons: a comparison of two of a million texts waits for memory
 * several times, and there would be twenty for each text.
 */
final class TextOrder {

  private TextOrder() {}

  /**
   * The places of the texts in that order.
   *
   * @param first the number that counts first, for each place
   * @param second the number that counts next, for each place
   * @param fingerprints asked for places whose numbers are equal
   */
  static int[] of(long[] first, long[] second, IntFunction<String> fingerprints) {
    int[] order = new int[first.length];
    Arrays.setAll(order, place -> place);
    LongArrays.radixSortIndirect(order, first, second, true);
    int from = 0;
    for (int i = 1; i <= order.length; i++) {
      boolean goesOn = i < order.length && agree(order[from], order[i], first, second);
      if (!goesOn) {
        byFingerprint(order, from, i, fingerprints);
        from = i;
      }
    }
    return order;
  }

  private static boolean agree(int one, int other, long[] first, long[] second) {
    return first[one] == first[other] && second[one] == second[other];
  }

  private static void byFingerprint(
      int[] order, int from, int to, IntFunction<String> fingerprints) {
    if (to - from > 1) {
      IntArrays.quickSort(
          order,
          from,
          to,
          (one, other) -> fingerprints.apply(one).compareTo(fingerprints.apply(other)));
    }
  }
}
