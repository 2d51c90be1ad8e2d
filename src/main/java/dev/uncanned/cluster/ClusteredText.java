package dev.uncanned.cluster;

/**
 * One distinct text and the cluster (template) it belongs to.
 *
 * @param cluster_id id of the cluster: first 32 hex digits of a hash of the fingerprint of its
 *     oldest text, where nights are remembered of the one that was known first; a text without
 *     near-duplicates is a cluster of its own
 * @param jaccard_medoid exact Jaccard similarity of the shingles with the medoid's, 0 to 1
 * @param is_medoid whether it is the medoid, the text most like all others; one per cluster
 * @param stability mean {@code jaccard_medoid} over the messages of the cluster, 0 to 1
 * @param jaccard_oldest exact Jaccard similarity of the shingles with those of the text that was
 *     sent first, 0 to 1
 * @param edge_density share of the pairs of texts of the cluster that are similar enough to be
 *     joined directly, 0 to 1, in large clusters of a sample; null for a single text
 * @param bridge_share share of these pairs without which their two texts would not be connected, 0
 *     to 1; null below three texts
 */
public record ClusteredText(
    String fingerprint,
    String cluster_id,
    long copies_n,
    float jaccard_medoid,
    boolean is_medoid,
    float stability,
    float jaccard_oldest,
    Float edge_density,
    Float bridge_share) {

  public static final String FINGERPRINT = "fingerprint";
  public static final String IS_MEDOID = "is_medoid";
}
