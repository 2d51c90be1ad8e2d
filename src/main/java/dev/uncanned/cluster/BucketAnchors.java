package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proposes the anchor pairs of {@link StarEdges} from band rows that are sorted by band key and
 * age: holds the anchors and one text at a time, however full a bucket.
 */
final class BucketAnchors {

  private final List<AnchorRow> anchors = new ArrayList<>();
  private AnchorRow latest;

  private BucketAnchors() {}

  /**
   * The pairs of which one text is in a small component and the other is not, each link from the
   * younger text to the older; those with the oldest of a bucket and with the one before are left
   * out.
   */
  static Iterator<TextLink> of(Iterator<AnchorRow> sorted) {
    BucketAnchors buckets = new BucketAnchors();
    return new Streamed<AnchorRow, TextLink>(sorted, buckets::take);
  }

  private void take(AnchorRow row, Consumer<TextLink> out) {
    if (latest != null && row.band_key() != latest.band_key()) {
      anchors.clear();
    }
    for (int i = 1; i < anchors.size(); i++) {
      AnchorRow anchor = anchors.get(i);
      if (row.is_small() != anchor.is_small() && anchor != latest) {
        out.accept(TextLink.of(row.text(), anchor.text()));
      }
    }
    if (anchors.size() < AnchorEdges.ANCHORS) {
      anchors.add(row);
    }
    latest = row;
  }
}
