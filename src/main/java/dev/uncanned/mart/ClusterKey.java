package dev.uncanned.mart;

/** The id of a template alone. */
public record ClusterKey(String cluster_id) {}
