package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * All pairs of texts of at least some similarity, found by comparing all with all.
 *
 * @param pairs the numbers of the younger and the older text
 * @param similarities Jaccard similarity of each pair
 */
record SimilarPairs(long[] pairs, double[] similarities) {

  /** Compares all sets with all. */
  static SimilarPairs of(int[][] sets, double threshold) {
    LongArrayList pairs = new LongArrayList();
    DoubleArrayList similarities = new DoubleArrayList();
    OverlapIndex index = new OverlapIndex();
    int[] shared = new int[sets.length];
    for (int i = 0; i < sets.length; i++) {
      index.countShared(sets[i], shared);
      for (int j = 0; j < i; j++) {
        double similarity = Jaccard.of(shared[j], sets[i].length, sets[j].length);
        if (similarity >= threshold) {
          pairs.add(PairList.pair(i, j));
          similarities.add(similarity);
        }
      }
      index.add(sets[i]);
    }
    return new SimilarPairs(pairs.toLongArray(), similarities.toDoubleArray());
  }

  int count() {
    return pairs.length;
  }

  /** The share of the pairs that are among those found. */
  double recall(LongOpenHashSet found) {
    int hits = 0;
    for (long pair : pairs) {
      hits += found.contains(pair) ? 1 : 0;
    }
    return (double) hits / pairs.length;
  }

  /** The share of the pairs whose texts have one name. */
  double recall(String[] names) {
    int hits = 0;
    for (long pair : pairs) {
      hits += names[PairList.young(pair)].equals(names[PairList.old(pair)]) ? 1 : 0;
    }
    return (double) hits / pairs.length;
  }

  /** The share of the pairs that agree in all slots of some band. */
  double inABand(long[][] signatures, int bands, int rows) {
    int hits = 0;
    for (long pair : pairs) {
      long[] one = signatures[PairList.young(pair)];
      long[] other = signatures[PairList.old(pair)];
      boolean found = false;
      for (int band = 0; band < bands && !found; band++) {
        int equal = 0;
        for (int slot = band * rows; slot < (band + 1) * rows; slot++) {
          equal += one[slot] == other[slot] ? 1 : 0;
        }
        found = equal == rows;
      }
      hits += found ? 1 : 0;
    }
    return (double) hits / pairs.length;
  }

  /** Root of the mean squared error of the similarities estimated by equal slots. */
  double estimateError(long[][] signatures) {
    double sum = 0;
    for (int i = 0; i < pairs.length; i++) {
      long[] one = signatures[PairList.young(pairs[i])];
      long[] other = signatures[PairList.old(pairs[i])];
      int equal = 0;
      for (int slot = 0; slot < one.length; slot++) {
        equal += one[slot] == other[slot] ? 1 : 0;
      }
      double error = (double) equal / one.length - similarities[i];
      sum += error * error;
    }
    return Math.sqrt(sum / pairs.length);
  }
}
