package dev.uncanned.cluster;

/**
 * A distinct text and its component: the texts that it is similar to, directly or by way of others.
 *
 * @param fingerprint 32 hex digits
 * @param component_id the id of the cluster that the oldest text of the component names
 * @param night the night that brought the text first
 */
record TextComponent(String fingerprint, String component_id, long night) {}
