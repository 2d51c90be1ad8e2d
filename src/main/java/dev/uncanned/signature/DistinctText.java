package dev.uncanned.signature;

/**
 * One distinct masked text, however many messages carry it: the result of the exact collapse.
 *
 * @param fingerprint 32 hex digits, as in the document
 * @param masked the masked tokens, joined by single spaces
 * @param first_seen earliest sending time of its messages, microseconds since 1970 UTC; {@code
 *     Long.MAX_VALUE} if none is dated. With the fingerprint as tie-break it is the order key:
 *     "oldest" means the smallest key
 * @param copies_n number of messages that carry the text
 */
public record DistinctText(String fingerprint, String masked, long first_seen, long copies_n) {}
