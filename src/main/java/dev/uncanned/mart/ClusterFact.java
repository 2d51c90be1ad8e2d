package dev.uncanned.mart;

/**
 * What the exact comparison says of a template as a whole.
 *
 * @param texts_n distinct masked texts
 * @param stability mean similarity of its messages to the medoid
 * @param jaccard_medoid mean similarity of its distinct texts to the medoid
 * @param jaccard_oldest_min least similarity of a text to the oldest
 * @param edge_density share of its pairs of texts that are similar; null for a single text
 * @param bridge_share share of these pairs that alone hold it together; null below three texts
 */
public record ClusterFact(
    String cluster_id,
    int texts_n,
    float stability,
    float jaccard_medoid,
    float jaccard_oldest_min,
    Float edge_density,
    Float bridge_share) {

  static final String CLUSTER_ID = "cluster_id";
}
