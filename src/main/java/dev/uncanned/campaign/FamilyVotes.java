package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.IntPredicate;

/**
 * Counts the votes of one election after the other: each phrase votes with its weight for the
 * families that hold it.
 */
final class FamilyVotes {

  /** No family. */
  static final int NOBODY = -1;

  private final double[] weights;
  private final int[] voters;
  private final IntArrayList candidates = new IntArrayList();

  /**
   * @param families number of families that can be voted for, numbered from 0
   */
  FamilyVotes(int families) {
    weights = new double[families];
    voters = new int[families];
  }

  /** A vote for a family. */
  void add(int family, double weight) {
    if (voters[family] == 0) {
      candidates.add(family);
    }
    weights[family] += weight;
    voters[family]++;
  }

  /**
   * Ends the election: the family with the most weight, of several the first; {@link #NOBODY} if
   * none has enough.
   *
   * @param leastWeight weight that a family must have
   * @param leastVoters votes that a family must have
   * @param barred families that must not win
   */
  int winner(double leastWeight, int leastVoters, IntPredicate barred) {
    int top = NOBODY;
    for (int i = 0; i < candidates.size(); i++) {
      int family = candidates.getInt(i);
      boolean enough = weights[family] >= leastWeight && voters[family] >= leastVoters;
      if (enough && isBefore(family, top) && !barred.test(family)) {
        top = family;
      }
    }
    clear();
    return top;
  }

  private boolean isBefore(int family, int top) {
    return top == NOBODY
        || weights[family] > weights[top]
        || (weights[family] == weights[top] && family < top);
  }

  private void clear() {
    for (int i = 0; i < candidates.size(); i++) {
      weights[candidates.getInt(i)] = 0;
      voters[candidates.getInt(i)] = 0;
    }
    candidates.clear();
  }
}
