package dev.uncanned.score;

/**
 * A sentence of praise.
 *
 * @param start its first character in the text
 * @param end the place behind its last character
 * @param phrase_id the entry of the lexicon that makes it praise
 */
public record PraiseSpan(PraiseKind kind, int start, int end, String phrase_id) {}
