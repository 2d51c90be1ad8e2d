package dev.uncanned.mart;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * A histogram of word counts that answers for quantiles; adding two histograms is adding their
 * messages.
 */
final class WordCounts {

  private final Int2IntOpenHashMap messagesByWords = new Int2IntOpenHashMap();
  private int size;

  void add(int words) {
    messagesByWords.addTo(words, 1);
    size++;
  }

  /** All words together. */
  long sum() {
    long sum = 0;
    for (Int2IntMap.Entry entry : messagesByWords.int2IntEntrySet()) {
      sum += (long) entry.getIntKey() * entry.getIntValue();
    }
    return sum;
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
    int[] ascending = messagesByWords.keySet().toIntArray();
    Arrays.sort(ascending);
    double place = share * (size - 1);
    int below = (int) Math.floor(place);
    int low = at(ascending, below);
    int high = at(ascending, Math.min(below + 1, size - 1));
    return low + (place - below) * (high - low);
  }

  private int at(int[] ascending, int rank) {
    int seen = 0;
    for (int words : ascending) {
      seen += messagesByWords.get(words);
      if (rank < seen) {
        return words;
      }
    }
    throw new IllegalStateException("rank " + rank + " of " + size);
  }
}
