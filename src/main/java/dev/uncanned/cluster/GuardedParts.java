package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Parts components into clusters by the {@link ChainingGuard}, in the order in which their texts
 * were first sent, whichever night brought them.
 *
 * <p>So the clusters of a component follow from its texts and their dates alone, and are the same
 * as where all texts come on one night.
 */
final class GuardedParts {

  private static final int NONE = -1;

  private GuardedParts() {}

  /**
   * For each member the first member of its cluster, as a place among the members.
   *
   * @param members numbers of texts, rising
   * @param components for each member a number that it shares with those of its component alone
   */
  static int[] of(
      SketchedTexts texts, int[] members, int[] components, ClusterConfig config, Workers workers) {
    int[] order = new int[members.length];
    Arrays.setAll(order, i -> i);
    IntArrays.parallelQuickSort(order, (a, b) -> compare(texts, members[a], members[b]));
    Int2IntOpenHashMap oldest = new Int2IntOpenHashMap();
    oldest.defaultReturnValue(NONE);
    int[] names = new int[order.length];
    int[][] sets = new int[order.length][];
    for (int at = 0; at < order.length; at++) {
      int before = oldest.putIfAbsent(components[order[at]], at);
      names[at] = before == NONE ? at : before;
      sets[at] = texts.sets()[members[order[at]]];
    }
    new ChainingGuard(config).apply(names, sets, workers);
    return firsts(order, names);
  }

  private static int compare(SketchedTexts texts, int one, int other) {
    int byDate = Long.compare(texts.firstSeen(one), texts.firstSeen(other));
    return byDate != 0 ? byDate : texts.fingerprint(one).compareTo(texts.fingerprint(other));
  }

  private static int[] firsts(int[] order, int[] names) {
    int[] first = new int[order.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int at = 0; at < order.length; at++) {
      first[names[at]] = Math.min(first[names[at]], order[at]);
    }
    int[] firsts = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      firsts[order[at]] = first[names[at]];
    }
    return firsts;
  }
}
