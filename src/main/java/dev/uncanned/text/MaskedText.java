package dev.uncanned.text;

/**
 * A text reduced to what it shares with its copies to other people.
 *
 * @param text tokens joined by single spaces
 * @param tokens number of tokens
 */
public record MaskedText(String text, int tokens) {}
