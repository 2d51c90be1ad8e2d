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

  /** When the component of each item came to the size of a large one. */
  private final int[] grown;

  /** The items of a small component in a ring, and by its root their number. */
  private final int[] ring;

  private final byte[] sizes;

  /** Items 0 to {@code count - 1}, none of them linked. */
  LinkedSince(int count) {
    parents = new int[count];
    since = new int[count];
    ranks = new byte[count];
    grown = new int[count];
    ring = new int[count];
    sizes = new byte[count];
    for (int i = 0; i < count; i++) {
      parents[i] = i;
      ring[i] = i;
      grown[i] = Integer.MAX_VALUE;
      sizes[i] = 1;
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
    grow(a, b, time);
    int low = ranks[a] < ranks[b] ? a : b;
    int high = low == a ? b : a;
    if (ranks[low] == ranks[high]) {
      ranks[high]++;
    }
    parents[low] = high;
    since[low] = time;
    sizes[high] = (byte) Math.min(sizes[high] + sizes[low], AnchorEdges.SMALL);
  }

  private void grow(int one, int other, int time) {
    boolean isLarge = sizes[one] + sizes[other] >= AnchorEdges.SMALL;
    for (int root : new int[] {one, other}) {
      int at = root;
      do {
        if (isLarge && grown[at] == Integer.MAX_VALUE) {
          grown[at] = time;
        }
        at = ring[at];
      } while (isLarge && at != root && sizes[root] < AnchorEdges.SMALL);
    }
    if (!isLarge) {
      int next = ring[one];
      ring[one] = ring[other];
      ring[other] = next;
    }
  }

  /** Whether links of up to that time leave the item in a component of few. */
  boolean isSmall(int item, int time) {
    return grown[item] > time;
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
