package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/**
 * Collects pairs of texts from several threads; doubles are dropped now and then and at the end.
 */
final class PairList {

  private static final int SLACK = 1 << 22;

  private long[] pairs = {};
  private int count;
  private int distinct;

  static long pair(int young, int old) {
    return (long) young << Integer.SIZE | old;
  }

  static int young(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  static int old(long pair) {
    return (int) pair;
  }

  synchronized void addAll(LongArrayList more) {
    if (count + more.size() - distinct > SLACK) {
      compact();
    }
    pairs = LongArrays.grow(pairs, Math.addExact(count, more.size()), count);
    more.getElements(0, pairs, count, more.size());
    count += more.size();
  }

  /** Each pair once, by the younger text and then by the older. */
  synchronized long[] sorted() {
    compact();
    return LongArrays.trim(pairs, count);
  }

  private void compact() {
    LongArrays.radixSort(pairs, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || pairs[i] != pairs[kept - 1]) {
        pairs[kept++] = pairs[i];
      }
    }
    count = kept;
    distinct = kept;
  }
}
