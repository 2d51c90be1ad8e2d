package dev.uncanned.cluster;

/**
 * A distinct text and the night that brought it first. Its order key is the night, then its rank,
 * then its fingerprint: "oldest" means the smallest key, but among the texts of a cluster the one
 * that was sent first.
 *
 * @param fingerprint 32 hex digits
 * @param masked the masked tokens, joined by single spaces
 * @param night see {@link NightlyClusters}
 * @param rank its place among the texts of the night: earliest sending time of its messages, as in
 *     {@link dev.uncanned.signature.DistinctText}, where the night is this one; its number in the
 *     state where a state holds the night
 * @param first_seen earliest sending time of all its messages that are there now
 * @param copies_n number of messages that carry the text
 */
public record NightText(
    String fingerprint, String masked, long night, long rank, long first_seen, long copies_n) {}
