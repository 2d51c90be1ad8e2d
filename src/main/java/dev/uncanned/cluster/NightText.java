package dev.uncanned.cluster;

/**
 * A distinct text and the night that brought it first, for a replay.
 *
 * @param fingerprint 32 hex digits
 * @param masked the masked tokens, joined by single spaces
 * @param night see {@link NightlyClusters}
 */
public record NightText(String fingerprint, String masked, long night) {}
