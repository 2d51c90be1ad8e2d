package dev.uncanned.cluster;

import java.util.function.Consumer;

/**
 * Verifies candidate pairs by the exact similarity of their sets, and connects those that reach the
 * threshold.
 *
 * <p>Some pairs at a time: the sets of a pair lie anywhere in memory, and a processor that is asked
 * for many of them at once fetches them side by side, in half the time for millions of texts. One
 * per thread.
 */
final class PairVerifier implements StarEdges.Sink {

  private static final int AT_A_TIME = 128;

  /** An early exit seldom looks at more than the first quarter and some elements. */
  private static final int QUARTER = 2;

  private final Waiting proposed = new Waiting();
  private final Waiting possible = new Waiting();
  private final int[][] sets;
  private final BitmapFilter filter;
  private final int base;
  private final UnionFind components;
  private final double threshold;

  /** Keeps what is fetched from being optimised away. */
  private int fetched;

  /** Pairs that wait until there are enough of them. */
  private static final class Waiting {
    private final int[] young = new int[AT_A_TIME];
    private final int[] old = new int[AT_A_TIME];
    private int count;

    private boolean add(int one, int other) {
      young[count] = one;
      old[count++] = other;
      return count == AT_A_TIME;
    }
  }

  private PairVerifier(
      int[][] sets, BitmapFilter filter, int base, UnionFind components, double threshold) {
    this.sets = sets;
    this.filter = filter;
    this.base = base;
    this.components = components;
    this.threshold = threshold;
  }

  /**
   * Verifies all pairs that are proposed; pairs that are connected already are passed over.
   *
   * @param proposals proposes pairs to the sink it is given
   * @param sets sorted distinct shingles of each text
   * @param filter of these sets, for the threshold or a lower one
   * @param base number among the components of the first text
   */
  static void verify(
      Consumer<StarEdges.Sink> proposals,
      int[][] sets,
      BitmapFilter filter,
      int base,
      UnionFind components,
      double threshold) {
    PairVerifier verifier = new PairVerifier(sets, filter, base, components, threshold);
    proposals.accept(verifier);
    verifier.filter();
    verifier.compare();
  }

  private boolean apart(int one, int other) {
    return !components.joined(base + one, base + other);
  }

  @Override
  public void pair(int one, int other) {
    if (apart(one, other) && proposed.add(one, other)) {
      filter();
    }
  }

  private void filter() {
    for (int i = 0; i < proposed.count; i++) {
      int one = proposed.young[i];
      int other = proposed.old[i];
      if (filter.mayBeSimilar(one, other) && possible.add(one, other)) {
        compare();
      }
    }
    proposed.count = 0;
  }

  private void compare() {
    for (int i = 0; i < possible.count; i++) {
      int[] young = sets[possible.young[i]];
      int[] old = sets[possible.old[i]];
      fetched ^= young[young.length >> QUARTER] ^ old[old.length >> QUARTER] ^ young[0] ^ old[0];
    }
    for (int i = 0; i < possible.count; i++) {
      int young = possible.young[i];
      int old = possible.old[i];
      if (apart(young, old) && Jaccard.atLeast(sets[young], sets[old], threshold)) {
        components.union(base + young, base + old);
      }
    }
    possible.count = 0;
  }
}
