package dev.uncanned.cluster;

/**
 * Tells which items were connected at any time of a row of links.
 *
 * <p>A forest joined by rank, whose paths are never shortened: the links on the way to a root are
 * as old as they rise, so that the forest of an earlier time is still in it. A question takes time
 * in proportion to the logarithm of the items. Several threads may ask at the same time once all is
 * linked.
 */
final class LinkedSince {

  private final int[] parents;
  private final int[] since;
  private final byte[] ranks;

  /** Items 0 to {@code count - 1}, none of them linked. */
  LinkedSince(int count) {
    parents = new int[count];
    since = new int[count];
    ranks = new byte[count];
    for (int i = 0; i < count; i++) {
      parents[i] = i;
    }
  }

  /**
   * Links two items.
   *
   * @param time not before that of the link before
   */
  void link(int one, int other, int time) {
    int a = root(one, time);
    int b = root(other, time);
    if (a == b) {
      return;
    }
    int low = ranks[a] < ranks[b] ? a : b;
    int high = low == a ? b : a;
    if (ranks[low] == ranks[high]) {
      ranks[high]++;
    }
    parents[low] = high;
    since[low] = time;
  }

  /** Whether links of up to that time connect the items. */
  boolean connected(int one, int other, int time) {
    return root(one, time) == root(other, time);
  }

  private int root(int item, int time) {
    int at = item;
    while (parents[at] != at && since[at] <= time) {
      at = parents[at];
    }
    return at;
  }
}
