package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The buckets of one band that the new texts fall into, and what earlier nights left in them.
 *
 * <p>Proposes the same pairs as {@link StarEdges} over all nights: a text with the oldest of its
 * bucket and with the one before it. Since later nights only bring larger order keys, the oldest of
 * a bucket never changes, and the one before the first new text is the youngest of the nights
 * before: two texts for each bucket are all that must be kept.
 */
final class NewBuckets {

  private static final int NONE = -1;

  private final long[] keys;
  private final int[] texts;
  private final int[] starts;
  private final int[] oldest;
  private final int[] youngest;
  private final int buckets;

  /**
   * @param keyOfEach the band key of each new text, from the oldest to the youngest
   * @param sets the shingles of each; null for a text that is in no bucket
   */
  NewBuckets(long[] keyOfEach, int[][] sets) {
    int n = 0;
    for (int[] set : sets) {
      n += set != null ? 1 : 0;
    }
    texts = new int[n];
    for (int text = 0, next = 0; next < n; text++) {
      if (sets[text] != null) {
        texts[next++] = text;
      }
    }
    LongArrays.radixSortIndirect(texts, keyOfEach, true);
    keys = new long[n];
    starts = new int[n + 1];
    int found = 0;
    for (int i = 0; i < n; i++) {
      long key = keyOfEach[texts[i]];
      if (i == 0 || key != keys[found - 1]) {
        keys[found] = key;
        starts[found++] = i;
      }
    }
    starts[found] = n;
    buckets = found;
    oldest = new int[found];
    youngest = new int[found];
    Arrays.fill(oldest, NONE);
  }

  /** Reads what the segments, from the oldest to the youngest, have in these buckets. */
  void meet(List<Segment> segments, int band) throws IOException {
    for (Segment segment : segments) {
      BandReader rows = segment.band(band);
      boolean more = rows.next();
      for (int bucket = 0; more && bucket < buckets; bucket++) {
        more = rows.seek(keys[bucket]);
        if (more && rows.key() == keys[bucket]) {
          oldest[bucket] = oldest[bucket] == NONE ? rows.oldest() : oldest[bucket];
          youngest[bucket] = rows.youngest();
        }
      }
      rows.drain();
    }
  }

  /** Proposes the pairs of two new texts, numbered as in the constructor. */
  void proposeNew(StarEdges.Sink sink) {
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int i = starts[bucket] + 1; i < starts[bucket + 1]; i++) {
        sink.pair(texts[i], texts[i - 1]);
        if (oldest[bucket] == NONE && i - 1 > starts[bucket]) {
          sink.pair(texts[i], texts[starts[bucket]]);
        }
      }
    }
  }

  /** The pairs of a new text and an old one, as {@link PairList} has them. */
  LongArrayList oldPairs() {
    LongArrayList pairs = new LongArrayList();
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (oldest[bucket] != NONE) {
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
          pairs.add(PairList.pair(texts[i], oldest[bucket]));
        }
        if (youngest[bucket] != oldest[bucket]) {
          pairs.add(PairList.pair(texts[starts[bucket]], youngest[bucket]));
        }
      }
    }
    return pairs;
  }

  /**
   * Writes what these texts add to the state.
   *
   * @param base number of the first new text
   */
  void write(BandWriter rows, int base) {
    for (int bucket = 0; bucket < buckets; bucket++) {
      rows.row(keys[bucket], base + texts[starts[bucket]], base + texts[starts[bucket + 1] - 1]);
    }
  }

  /** The texts that stand for a bucket. */
  BitSet anchors() {
    BitSet anchors = new BitSet();
    for (int bucket = 0; bucket < buckets; bucket++) {
      anchors.set(texts[starts[bucket]]);
      anchors.set(texts[starts[bucket + 1] - 1]);
    }
    return anchors;
  }
}
