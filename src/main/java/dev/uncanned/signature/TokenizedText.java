package dev.uncanned.signature;

/**
 * A distinct text whose tokens were found and hashed before.
 *
 * <p>For a caller that has the tokens at hand anyway, and for measuring what finding them costs.
 * Holds the array that it is given.
 *
 * @param fingerprint as in {@link DistinctText}
 * @param tokens the hash of each token in the order of the text, as {@link TokenHash#of} gives it
 * @param first_seen as in {@link DistinctText}
 * @param copies_n as in {@link DistinctText}
 */
public record TokenizedText(String fingerprint, long[] tokens, long first_seen, long copies_n) {}
