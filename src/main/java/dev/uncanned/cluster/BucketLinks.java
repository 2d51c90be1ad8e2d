package dev.uncanned.cluster;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Proposes the first pairs of {@link StarEdges}, with the oldest of a bucket and with the one
 * before, from band rows that are sorted by band key and age: holds two texts at a time, however
 * full a bucket.
 */
final class BucketLinks {

  private long bucket;
  private TextKey oldest;
  private TextKey latest;

  private BucketLinks() {}

  /** The pairs, each link from the younger text to the older. */
  static Iterator<TextLink> of(Iterator<BandRow> sorted) {
    BucketLinks links = new BucketLinks();
    return new Streamed<BandRow, TextLink>(sorted, links::take);
  }

  private void take(BandRow row, Consumer<TextLink> out) {
    TextKey text = row.text();
    if (oldest == null || row.band_key() != bucket) {
      bucket = row.band_key();
      oldest = text;
    } else {
      out.accept(TextLink.of(text, oldest));
      if (!latest.equals(oldest)) {
        out.accept(TextLink.of(text, latest));
      }
    }
    latest = text;
  }
}
