package dev.uncanned.template;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;

/** The median of whole numbers that count several times. */
final class Median {

  private final Int2LongRBTreeMap weights = new Int2LongRBTreeMap();
  private long total;

  void add(int value, long weight) {
    weights.addTo(value, weight);
    total += weight;
  }

  /** The middle value, or the mean of the two middle values; 0 if there is none. */
  float value() {
    long seen = 0;
    int lower = 0;
    boolean halfway = false;
    for (Int2LongMap.Entry entry : weights.int2LongEntrySet()) {
      if (halfway) {
        return (lower + entry.getIntKey()) / 2f;
      }
      seen += entry.getLongValue();
      lower = entry.getIntKey();
      if (seen > total - seen) {
        return lower;
      }
      halfway = seen == total - seen;
    }
    return lower;
  }
}
