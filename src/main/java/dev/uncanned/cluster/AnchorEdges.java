package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/**
 * Proposes the pairs of one band that {@link StarEdges} leaves out: of texts in small components
 * with those of the {@value #ANCHORS} oldest of their bucket, its anchors, and of all texts with
 * anchors in small components.
 *
 * <p>Still a fixed number of pairs a text. Takes 4 bytes for each text that is in a bucket with
 * such pairs. Thread-safe.
 */
final class AnchorEdges {

  /** So many of the oldest texts of a bucket are proposed to each text that comes later. */
  static final int ANCHORS = 16;

  /** Components of fewer texts are small. */
  static final int SMALL = 4;

  /** With fewer texts all pairs of a bucket are those with the oldest and with the one before. */
  private static final int MORE_PAIRS = 4;

  /**
   * The texts of bucket after bucket, from old to young; of the first of a bucket the complement.
   */
  private final int[] texts;

  private AnchorEdges(int[] texts) {
    this.texts = texts;
  }

  /** Collects buckets. */
  static final class Builder {
    private final IntArrayList texts = new IntArrayList();

    /**
     * Begins a bucket with its oldest text; false if there is nothing to add to one of its size.
     */
    boolean open(int size, int oldest) {
      if (size < MORE_PAIRS) {
        return false;
      }
      texts.add(~oldest);
      return true;
    }

    /** Adds the next younger text of the bucket. */
    void add(int text) {
      texts.add(text);
    }

    /** The buckets so far; begins again with none. */
    AnchorEdges build() {
      int[] built = texts.toIntArray();
      texts.clear();
      return new AnchorEdges(built);
    }
  }

  /**
   * Proposes the pairs of a text and an anchor of its bucket where one of the two is small.
   *
   * @param young pairs are proposed for texts from this number on
   * @param small texts in small components
   */
  void propose(int young, BitSet small, StarEdges.Sink sink) {
    for (int from = 0; from < texts.length; ) {
      int to = end(from);
      propose(from, to, young, small, sink);
      from = to;
    }
  }

  /**
   * The same without the pairs of two small texts: most are of texts that quote the same, and where
   * they are of one template, they have its other texts to meet.
   */
  void proposeMixed(int young, BitSet small, StarEdges.Sink sink) {
    propose(
        young,
        small,
        (one, other) -> {
          if (small.get(one) != small.get(other)) {
            sink.pair(one, other);
          }
        });
  }

  /** Marks the anchors before a number that texts from that number on may be paired with. */
  void mark(int young, BitSet anchors) {
    for (int from = 0; from < texts.length; ) {
      int to = end(from);
      for (int i = from + 1; i < Math.min(to, from + ANCHORS) && texts[i] < young; i++) {
        anchors.set(texts[i]);
      }
      from = to;
    }
  }

  private int end(int from) {
    int to = from + 1;
    while (to < texts.length && texts[to] >= 0) {
      to++;
    }
    return to;
  }

  private void propose(int from, int to, int young, BitSet small, StarEdges.Sink sink) {
    int anchors = Math.min(to, from + ANCHORS);
    boolean hasSmallAnchors = false;
    for (int anchor = from + 1; anchor < anchors; anchor++) {
      hasSmallAnchors |= small.get(texts[anchor]);
    }
    int first = from + 1;
    while (first < to && texts[first] < young) {
      first++;
    }
    for (int i = first; i < to; i++) {
      boolean isSmall = small.get(texts[i]);
      if (isSmall || hasSmallAnchors) {
        for (int anchor = from + 1; anchor < Math.min(anchors, i - 1); anchor++) {
          if (isSmall || small.get(texts[anchor])) {
            sink.pair(texts[i], texts[anchor]);
          }
        }
      }
    }
  }
}
