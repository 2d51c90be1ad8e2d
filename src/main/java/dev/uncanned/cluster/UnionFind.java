package dev.uncanned.cluster;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Joins numbered items into components, each of which is named by its smallest number.
 *
 * <p>The components do not depend on the order of the unions, so several threads may join items at
 * the same time without locks: a root is only ever hung below a smaller one (Jayanti, Tarjan, "A
 * Randomized Concurrent Algorithm for Disjoint Set Union", PODC 2016, with the number in place of
 * the random priority). While others join, {@link #find} may name an item that is about to be hung
 * below a smaller one; when all are done it is exact. Paths are halved while they are walked.
 */
public final class UnionFind {

  private final AtomicIntegerArray parents;

  /** Items 0 to {@code size - 1}, each a component of its own. */
  public UnionFind(int size) {
    int[] own = new int[size];
    for (int i = 0; i < size; i++) {
      own[i] = i;
    }
    parents = new AtomicIntegerArray(own);
  }

  /** The smallest item of the component. */
  public int find(int item) {
    int at = item;
    int parent = parents.get(at);
    while (parent != at) {
      int above = parents.get(parent);
      if (above != parent) {
        // A failed exchange leaves a longer path, not a wrong one.
        parents.weakCompareAndSetPlain(at, parent, above);
      }
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }

  /** Whether two items are known to be in one component; quick where they hang below one item. */
  boolean joined(int one, int other) {
    return parents.getPlain(one) == parents.getPlain(other) || find(one) == find(other);
  }

  /** Joins the components of two items. */
  public void union(int one, int other) {
    int a = find(one);
    int b = find(other);
    while (a != b) {
      int young = Math.max(a, b);
      int old = Math.min(a, b);
      if (parents.compareAndSet(young, young, old)) {
        return;
      }
      a = find(young);
      b = find(old);
    }
  }
}
