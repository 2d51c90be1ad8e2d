package dev.uncanned.mart;

/**
 * What the exact comparison says of a template as a whole.
 *
 * @param texts_n distinct masked texts
 * @param stability mean similarity of its messages to the medoid
 */
public record ClusterFact(String cluster_id, int texts_n, float stability) {

  static final String CLUSTER_ID = "cluster_id";
}
