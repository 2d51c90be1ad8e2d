package dev.uncanned.score;

/**
 * The phrases of one template that readers of certain kinds got.
 *
 * @param segments hashes of phrase and kind, sorted; null without any
 */
public record ClusterSegments(String cluster_id, long[] segments) {

  public static final String SEGMENTS = "segments";
}
