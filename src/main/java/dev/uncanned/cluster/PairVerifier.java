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

  private final int[] young = new int[AT_A_TIME];
  private final int[] old = new int[AT_A_TIME];
  private final int[][] sets;
  private final int base;
  private final UnionFind components;
  private final double threshold;
  private int waiting;

  /** Keeps what is fetched from being optimised away. */
  private int fetched;

  private PairVerifier(int[][] sets, int base, UnionFind components, double threshold) {
    this.sets = sets;
    this.base = base;
    this.components = components;
    this.threshold = threshold;
  }

  /**
   * Verifies all pairs that are proposed; pairs that are connected already are passed over.
   *
   * @param proposals proposes pairs to the sink it is given
   * @param sets sorted distinct shingles of each text
   * @param base number among the components of the first text
   */
  static void verify(
      Consumer<StarEdges.Sink> proposals,
      int[][] sets,
      int base,
      UnionFind components,
      double threshold) {
    PairVerifier verifier = new PairVerifier(sets, base, components, threshold);
    proposals.accept(verifier);
    verifier.compare();
  }

  private boolean apart(int one, int other) {
    return !components.joined(base + one, base + other);
  }

  @Override
  public void pair(int one, int other) {
    if (apart(one, other)) {
      young[waiting] = one;
      old[waiting++] = other;
    }
    if (waiting == AT_A_TIME) {
      compare();
    }
  }

  private void compare() {
    for (int i = 0; i < waiting; i++) {
      fetched ^= sets[young[i]][sets[young[i]].length >> QUARTER];
      fetched ^= sets[old[i]][sets[old[i]].length >> QUARTER];
      fetched ^= sets[young[i]][0] ^ sets[old[i]][0];
    }
    for (int i = 0; i < waiting; i++) {
      if (apart(young[i], old[i]) && Jaccard.atLeast(sets[young[i]], sets[old[i]], threshold)) {
        components.union(base + young[i], base + old[i]);
      }
    }
    waiting = 0;
  }
}
