package dev.uncanned.cluster;

import java.util.Arrays;

/**
 * Which members of a cluster are similar to which: tells a tight cluster from one that hangs by a
 * thread.
 *
 * <p>Members are numbered from 0. Takes one bit for each pair, so it is for a few hundred.
 */
final class PairGraph {

  private static final int WORD_BITS = 6;
  private static final int NONE = -1;

  private final int size;
  private final long[][] rows;

  PairGraph(int size) {
    this.size = size;
    this.rows = new long[size][(size >> WORD_BITS) + 1];
  }

  /** Marks two different members as similar. */
  void join(int one, int other) {
    rows[one][other >> WORD_BITS] |= 1L << other;
    rows[other][one >> WORD_BITS] |= 1L << one;
  }

  /** Similar pairs / all pairs, 0 to 1; null for a single member. */
  Float density() {
    return size < 2 ? null : (float) (edges() / (size * (size - 1.0) / 2));
  }

  private int edges() {
    int ends = 0;
    for (int member = 0; member < size; member++) {
      ends += neighbours(member);
    }
    return ends / 2;
  }

  private int neighbours(int member) {
    int neighbours = 0;
    for (long word : rows[member]) {
      neighbours += Long.bitCount(word);
    }
    return neighbours;
  }

  /**
   * Share of the similar pairs without which their two members would not be connected at all; null
   * below three members, where every pair is of that kind, and without any pair.
   */
  Float bridgeShare() {
    int edges = edges();
    return size < 3 || edges == 0 ? null : (float) bridges() / edges;
  }

  /**
   * Whether every member is similar to half of all: then there is a circle through all of them
   * (Dirac 1952, for three or more), and no pair is a bridge.
   */
  private boolean dense() {
    for (int member = 0; member < size; member++) {
      if (2 * neighbours(member) < size) {
        return false;
      }
    }
    return true;
  }

  /** Tarjan's search for bridges (1974), with a stack of its own in place of recursion. */
  private int bridges() {
    if (dense()) {
      return 0;
    }
    int[] parents = new int[size];
    int[] times = new int[size];
    int[] lows = new int[size];
    int[] next = new int[size];
    Arrays.fill(parents, NONE);
    int time = 0;
    int bridges = 0;
    for (int root = 0; root < size; root++) {
      int at = times[root] == 0 ? root : NONE;
      while (at != NONE) {
        if (times[at] == 0) {
          times[at] = ++time;
          lows[at] = time;
        }
        int neighbour = neighbour(at, next[at]);
        if (neighbour != NONE) {
          next[at] = neighbour + 1;
          if (times[neighbour] == 0) {
            parents[neighbour] = at;
            at = neighbour;
          } else if (neighbour != parents[at]) {
            lows[at] = Math.min(lows[at], times[neighbour]);
          }
        } else {
          int parent = parents[at];
          if (parent != NONE) {
            lows[parent] = Math.min(lows[parent], lows[at]);
            bridges += lows[at] > times[parent] ? 1 : 0;
          }
          at = parent;
        }
      }
    }
    return bridges;
  }

  /** The first neighbour from a number on, or none. */
  private int neighbour(int member, int from) {
    long[] row = rows[member];
    int word = from >> WORD_BITS;
    if (word >= row.length) {
      return NONE;
    }
    long bits = row[word] & -1L << from;
    while (bits == 0 && ++word < row.length) {
      bits = row[word];
    }
    return bits == 0 ? NONE : (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
  }
}
