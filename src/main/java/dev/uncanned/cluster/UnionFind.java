package dev.uncanned.cluster;

/**
 * Joins numbered items into components, each of which is named by its smallest number.
 *
 * <p>The components do not depend on the order of the unions. Paths are halved while they are
 * walked, so that a call takes amortised logarithmic time. Not thread-safe.
 */
public final class UnionFind {

  private final int[] parents;

  /** Items 0 to {@code size - 1}, each a component of its own. */
  public UnionFind(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  /** The smallest item of the component. */
  public int find(int item) {
    int at = item;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Joins the components of two items. */
  public void union(int one, int other) {
    int a = find(one);
    int b = find(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }
}
