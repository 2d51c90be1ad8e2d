package dev.uncanned.mart;

import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram of word counts that answers for quantiles; adding two histograms is adding their
 * messages.
 */
final class WordCounts {

  private final TreeMap<Integer, Integer> messagesByWords = new TreeMap<>();
  private int size;

  void add(int words) {
    messagesByWords.merge(words, 1, Integer::sum);
    size++;
  }

  int size() {
    return size;
  }

  /**
   * The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan,
   * "Sample quantiles in statistical packages", 1996).
   *
   * @param share 0 to 1
   * @return null for an empty histogram
   */
  Double quantile(double share) {
    if (size == 0) {
      return null;
    }
    double place = share * (size - 1);
    int below = (int) Math.floor(place);
    int low = at(below);
    int high = at(Math.min(below + 1, size - 1));
    return low + (place - below) * (high - low);
  }

  private int at(int rank) {
    int seen = 0;
    for (Map.Entry<Integer, Integer> entry : messagesByWords.entrySet()) {
      seen += entry.getValue();
      if (rank < seen) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("rank " + rank + " of " + size);
  }
}
