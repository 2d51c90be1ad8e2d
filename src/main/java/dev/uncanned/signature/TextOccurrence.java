package dev.uncanned.signature;

import java.time.Instant;

/**
 * One message's copy of a text: the three columns of the documents that the exact collapse needs.
 *
 * @param fingerprint 32 hex digits, as in the document; never null
 * @param masked the masked tokens, joined by single spaces
 * @param sent_at UTC; null if the message is not dated
 */
public record TextOccurrence(String fingerprint, String masked, Instant sent_at) {}
