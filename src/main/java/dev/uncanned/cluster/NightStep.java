package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides to which clusters the texts of one night belong, given which are similar to which.
 *
 * <p>A cluster of earlier nights is one item, represented by its oldest text; each new text is an
 * item. Connected items become one cluster, named by the oldest text in it, unless together they
 * have so many texts that the {@link ChainingGuard} looks at them: then an item, old cluster or new
 * text, only goes where its oldest text resembles the one that gives the name. What was decided on
 * an earlier night is never taken back: clusters grow and merge, but their texts do not leave them.
 */
final class NightStep {

  private final ClusterConfig config;
  private final int[] olds;
  private final int base;
  private final int[][] sets;
  private final int[] weights;
  private final UnionFind joined;

  /**
   * A night on which nothing is joined yet.
   *
   * @param olds the texts that name the clusters of earlier nights that may be touched, rising
   * @param oldSets their shingles
   * @param oldSizes number of texts of these clusters
   * @param base number of the first new text, more than all old ones
   * @param newSets shingles of the new texts; null for texts too short to be compared
   */
  NightStep(
      ClusterConfig config,
      int[] olds,
      int[][] oldSets,
      int[] oldSizes,
      int base,
      int[][] newSets) {
    this.config = config;
    this.olds = olds;
    this.base = base;
    this.sets = Arrays.copyOf(oldSets, olds.length + newSets.length);
    System.arraycopy(newSets, 0, sets, olds.length, newSets.length);
    this.weights = Arrays.copyOf(oldSizes, sets.length);
    Arrays.fill(weights, olds.length, sets.length, 1);
    this.joined = new UnionFind(sets.length);
  }

  /** The item of an old cluster. */
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

  /** Decides; to be called once, when all is joined. */
  Decision decide(long night, Workers workers) {
    int[] names = new int[sets.length];
    Arrays.setAll(names, joined::find);
    new ChainingGuard(config).apply(names, weights, sets, workers);
    List<Merge> merges = new ArrayList<>();
    for (int item = 0; item < olds.length; item++) {
      if (names[item] != item) {
        merges.add(new Merge(olds[item], olds[names[item]], night));
      }
    }
    int[] leaders = new int[sets.length - olds.length];
    Arrays.setAll(leaders, i -> text(names[olds.length + i]));
    return new Decision(leaders, merges);
  }

  private int text(int item) {
    return item < olds.length ? olds[item] : base + item - olds.length;
  }

  /**
   * The outcome.
   *
   * @param leaders for each new text the text that names its cluster
   */
  record Decision(int[] leaders, List<Merge> merges) {}
}
