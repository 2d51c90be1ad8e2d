package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides to which components the texts of one night belong, given which are similar to which.
 *
 * <p>A component of earlier nights is one item, each new text is an item. Connected items become
 * one component, named by the oldest text in it. Components grow and merge, but their texts do not
 * leave them; which of their texts are a cluster is for {@link GuardedParts} to say.
 */
final class NightStep {

  private final int[] olds;
  private final int base;
  private final int count;
  private final UnionFind joined;

  /**
   * A night on which nothing is joined yet.
   *
   * @param olds the texts that name the components of earlier nights that may be touched, rising
   * @param base number of the first new text, more than all old ones
   * @param count number of new texts
   */
  NightStep(int[] olds, int base, int count) {
    this.olds = olds;
    this.base = base;
    this.count = count;
    this.joined = new UnionFind(olds.length + count);
  }

  /** The item of an old component. */
  int oldItem(int leader) {
    return Arrays.binarySearch(olds, leader);
  }

  /** The item of a new text, counted from the first new one. */
  int newItem(int text) {
    return olds.length + text;
  }

  boolean connected(int one, int other) {
    return joined.find(one) == joined.find(other);
  }

  /** Joins two items; may be called by several threads. */
  void join(int one, int other) {
    joined.union(one, other);
  }

  /** Decides; to be called when all is joined. */
  Decision decide(long night) {
    List<Merge> merges = new ArrayList<>();
    for (int item = 0; item < olds.length; item++) {
      if (joined.find(item) != item) {
        merges.add(new Merge(olds[item], olds[joined.find(item)], night));
      }
    }
    int[] leaders = new int[count];
    Arrays.setAll(leaders, i -> text(joined.find(olds.length + i)));
    return new Decision(leaders, merges);
  }

  private int text(int item) {
    return item < olds.length ? olds[item] : base + item - olds.length;
  }

  /**
   * The outcome.
   *
   * @param leaders for each new text the text that names its component
   */
  record Decision(int[] leaders, List<Merge> merges) {}
}
