package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The shingles of some texts of earlier nights, read in one pass over the segments. */
final class KeptShingles {

  private final Int2ObjectOpenHashMap<int[]> sets = new Int2ObjectOpenHashMap<>();

  /**
   * Reads the shingles.
   *
   * @param wanted the texts, all of which must have shingles in the state
   */
  KeptShingles(List<Segment> segments, BitSet wanted) throws IOException {
    for (Segment segment : segments) {
      ShingleReader shingles = new ShingleReader(segment);
      while (shingles.next()) {
        if (wanted.get(shingles.text())) {
          int[] set = shingles.set();
          if (set == null) {
            throw segment.damaged("no shingles where they are needed");
          }
          sets.put(shingles.text(), set);
        }
      }
    }
  }

  int[] of(int text) {
    return sets.get(text);
  }
}
