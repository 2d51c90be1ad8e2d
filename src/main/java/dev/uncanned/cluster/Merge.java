package dev.uncanned.cluster;

/**
 * Two components, or two clusters, became one.
 *
 * @param old number of the text that named the younger one
 * @param survivor number of the text that names the older one, and from then on both
 */
record Merge(int old, int survivor, long night) {}
