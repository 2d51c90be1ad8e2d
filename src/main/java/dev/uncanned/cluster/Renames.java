package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which texts once named a cluster and do not any more, because it became part of another one.
 *
 * <p>Where the guard parts the two again, the text names its cluster again and is no longer here.
 */
final class Renames {

  private final TreeMap<Integer, Merge> byOld = new TreeMap<>();

  Renames(List<Merge> before) {
    before.forEach(merge -> byOld.put(merge.old(), merge));
  }

  /**
   * Takes in how a text stands after a night.
   *
   * @param before the text that named its cluster before the night; negative for none
   * @param now the text that names its cluster now
   */
  void see(int text, int before, int now, long night) {
    if (now == text) {
      byOld.remove(text);
    } else if (before == text) {
      byOld.put(text, new Merge(text, now, night));
    }
  }

  /** In the order of the texts. */
  List<Merge> all() {
    return new ArrayList<>(byOld.values());
  }
}
