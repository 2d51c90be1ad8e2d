package dev.uncanned.cluster;

/**
 * A distinct text and its cluster.
 *
 * @param fingerprint 32 hex digits
 * @param cluster_id id of the cluster, as in {@link ClusteredText}
 * @param night the night that brought the text first
 */
public record TextCluster(String fingerprint, String cluster_id, long night) {}
