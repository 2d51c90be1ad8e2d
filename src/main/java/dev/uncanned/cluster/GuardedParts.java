package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * Parts components into clusters by the {@link ChainingGuard}.
 *
 * <p>The texts come in the order in which they were first sent, whichever night brought them. So
 * the clusters of a component follow from its texts and their dates alone, and are the same as
 * where all texts come on one night.
 */
final class GuardedParts {

  private static final int NONE = -1;

  private GuardedParts() {}

  /**
   * For each text the oldest of its cluster, by its place.
   *
   * @param texts as {@link SketchedTexts#byDate} orders them
   * @param components for each text a number that it shares with those of its component alone
   */
  static int[] of(SketchedTexts texts, int[] components, ClusterConfig config, Workers workers) {
    Int2IntOpenHashMap oldest = new Int2IntOpenHashMap();
    oldest.defaultReturnValue(NONE);
    int[] names = new int[components.length];
    for (int text = 0; text < names.length; text++) {
      int before = oldest.putIfAbsent(components[text], text);
      names[text] = before == NONE ? text : before;
    }
    new ChainingGuard(config).apply(names, texts.sets(), workers);
    return names;
  }
}
