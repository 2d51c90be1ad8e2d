package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.IOException;
import java.util.List;

/**
 * The buckets of one band that the new texts fall into, and what earlier nights left in them.
 *
 * <p>Proposes the same pairs as {@link StarEdges} over all nights: a text with the anchors of its
 * bucket and with the one before it. Since later nights only bring larger order keys, the anchors
 * of a bucket do not change once there are {@value StarEdges#ANCHORS}, and the one before the first
 * new text is the youngest of the nights before: these texts are all that must be kept of a bucket.
 */
final class NewBuckets {

  private final long[] keys;
  private final int[] texts;
  private final int[] starts;

  /** For each bucket the anchors from the nights before, or null. */
  private final IntArrayList[] anchors;

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
    anchors = new IntArrayList[found];
    youngest = new int[found];
  }

  /** Reads what the segments, from the oldest to the youngest, have in these buckets. */
  void meet(List<Segment> segments, int band) throws IOException {
    IntArrayList found = new IntArrayList();
    for (Segment segment : segments) {
      BandReader rows = segment.band(band);
      boolean more = rows.next();
      for (int bucket = 0; more && bucket < buckets; bucket++) {
        more = rows.seek(keys[bucket]);
        if (more && rows.key() == keys[bucket]) {
          more = rows.bucket(found);
          meet(bucket, found);
        }
      }
      rows.drain();
    }
  }

  private void meet(int bucket, IntArrayList found) {
    if (anchors[bucket] == null) {
      anchors[bucket] = new IntArrayList(0);
    }
    int room = AnchorEdges.ANCHORS - anchors[bucket].size();
    anchors[bucket].addElements(
        anchors[bucket].size(), found.elements(), 0, Math.min(room, found.size()));
    youngest[bucket] = found.topInt();
  }

  /** Proposes the pairs of two new texts that need no old one, numbered as in the constructor. */
  void proposeNew(StarEdges.Sink sink) {
    for (int bucket = 0; bucket < buckets; bucket++) {
      int first = starts[bucket];
      for (int i = first + 1; i < starts[bucket + 1]; i++) {
        sink.pair(texts[i], texts[i - 1]);
        if (anchors[bucket] == null && i - 1 > first) {
          sink.pair(texts[i], texts[first]);
        }
      }
    }
  }

  /**
   * The pairs of a new text and the oldest of its bucket or the old one just before it, as {@link
   * PairList} has them.
   */
  LongArrayList oldPairs() {
    LongArrayList pairs = new LongArrayList();
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (anchors[bucket] != null) {
        int oldest = anchors[bucket].getInt(0);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
          pairs.add(PairList.pair(texts[i], oldest));
        }
        if (youngest[bucket] != oldest) {
          pairs.add(PairList.pair(texts[starts[bucket]], youngest[bucket]));
        }
      }
    }
    return pairs;
  }

  /**
   * The buckets in which texts have more anchors than {@link #proposeNew} and {@link #oldPairs}
   * have pairs for, with texts numbered as in the state.
   *
   * @param base number of the first new text
   */
  AnchorEdges anchorEdges(int base) {
    AnchorEdges.Builder edges = new AnchorEdges.Builder();
    for (int bucket = 0; bucket < buckets; bucket++) {
      IntArrayList before = before(bucket);
      int size = before.size() + starts[bucket + 1] - starts[bucket];
      int first = before.isEmpty() ? base + texts[starts[bucket]] : before.getInt(0);
      if (edges.open(size, first)) {
        for (int i = 1; i < before.size(); i++) {
          edges.add(before.getInt(i));
        }
        for (int i = starts[bucket] + (before.isEmpty() ? 1 : 0); i < starts[bucket + 1]; i++) {
          edges.add(base + texts[i]);
        }
      }
    }
    return edges.build();
  }

  /** The anchors from the nights before, and behind them the text just before the first new one. */
  private IntArrayList before(int bucket) {
    IntArrayList before = new IntArrayList();
    if (anchors[bucket] != null) {
      before.addAll(anchors[bucket]);
      if (before.topInt() != youngest[bucket]) {
        before.add(youngest[bucket]);
      }
    }
    return before;
  }

  /**
   * Writes what these texts add to the state.
   *
   * @param base number of the first new text
   */
  void write(BandWriter rows, int base) {
    for (int bucket = 0; bucket < buckets; bucket++) {
      rows.bucket(keys[bucket], texts, starts[bucket], starts[bucket + 1], base);
    }
  }
}
