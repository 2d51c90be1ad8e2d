package dev.uncanned.pipeline;

import dev.uncanned.cluster.AnchorStage;
import dev.uncanned.cluster.BandStage;
import dev.uncanned.cluster.CandidateStage;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.cluster.ComponentStage;
import dev.uncanned.cluster.ComponentText;
import dev.uncanned.cluster.ComponentTextStage;
import dev.uncanned.cluster.LargeStarStage;
import dev.uncanned.cluster.ShinglesStage;
import dev.uncanned.cluster.SizedTextStage;
import dev.uncanned.cluster.SmallStarStage;
import dev.uncanned.cluster.TextLink;
import dev.uncanned.cluster.TextShingles;
import dev.uncanned.cluster.UnionFindStage;
import dev.uncanned.cluster.VerifiedLinkStage;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Clusters more texts than fit one task: band rows are sorted, pairs joined with their shingles,
 * components found in rounds; then once more for texts in small components and their anchors. Same
 * pairs, same ids as in one task.
 *
 * <p>Every step, and every round, is written and read back: a plan that grows from round to round
 * would be computed again and again.
 */
final class ShuffledClusters {

  private static final String LINKS_N = "links_n";
  private static final String LINKS_HASH = "links_hash";

  private final SignatureConfig signature;
  private final ClusterConfig config;
  private final WorkTables work;

  ShuffledClusters(SignatureConfig signature, ClusterConfig config, WorkTables work) {
    this.signature = signature;
    this.config = config;
    this.work = work;
  }

  /** The cluster of each text, in no particular order. */
  Dataset<ClusteredText> clusters(Dataset<DistinctText> texts) {
    Dataset<TextLink> candidates =
        work.table(
            "cluster-candidates",
            TextLink.class,
            () -> new CandidateStage().apply(new BandStage(signature, config).apply(texts)));
    Dataset<TextShingles> shingles =
        work.table(
            "cluster-shingles",
            TextShingles.class,
            () -> new ShinglesStage(signature, config).apply(texts));
    Dataset<TextLink> links =
        work.table(
            "cluster-links",
            TextLink.class,
            () -> new VerifiedLinkStage(config).apply(candidates, shingles));
    Dataset<TextLink> stars = stars(links, "");
    Dataset<TextLink> anchors =
        work.table(
            "cluster-anchors",
            TextLink.class,
            () ->
                new AnchorStage(signature, config)
                    .apply(new SizedTextStage().apply(components(texts, stars), stars)));
    Dataset<TextLink> more =
        work.table(
            "cluster-anchor-links",
            TextLink.class,
            () -> new VerifiedLinkStage(config).apply(anchors, shingles));
    Dataset<TextLink> all = more.count() == 0 ? stars : stars(stars.union(more), "-again");
    return work.table(
        "cluster",
        ClusteredText.class,
        () -> new ComponentStage(signature, config).apply(components(texts, all)));
  }

  private static Dataset<ComponentText> components(
      Dataset<DistinctText> texts, Dataset<TextLink> stars) {
    return new ComponentTextStage().apply(texts, stars);
  }

  /**
   * Each text linked to the oldest of its component.
   *
   * @param which told in the names of the tables
   */
  private Dataset<TextLink> stars(Dataset<TextLink> links, String which) {
    if (links.count() <= config.max_links_in_one_task()) {
      return work.table(
          "cluster-stars" + which, TextLink.class, () -> new UnionFindStage().apply(links));
    }
    Dataset<TextLink> before = links;
    Sum sum = sum(before);
    for (int round = 1; ; round++) {
      Dataset<TextLink> from = before;
      Dataset<TextLink> large =
          work.table(
              "cluster-large" + which + "-" + round,
              TextLink.class,
              () -> new LargeStarStage().apply(from));
      Dataset<TextLink> small =
          work.table(
              "cluster-small" + which + "-" + round,
              TextLink.class,
              () -> new SmallStarStage().apply(large));
      Sum next = sum(small);
      if (next.equals(sum)) {
        return small;
      }
      before = small;
      sum = next;
    }
  }

  /** Number and checksum of links; equal sums of two rounds mean that nothing moves any more. */
  private record Sum(long links, long hash) {}

  private static Sum sum(Dataset<TextLink> links) {
    Column[] columns = Arrays.stream(links.columns()).map(functions::col).toArray(Column[]::new);
    var row =
        links
            .agg(
                functions.count(functions.lit(1)).as(LINKS_N),
                functions.bit_xor(functions.xxhash64(columns)).as(LINKS_HASH))
            .first();
    return new Sum(row.getLong(0), row.isNullAt(1) ? 0 : row.getLong(1));
  }
}
