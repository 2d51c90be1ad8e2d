package dev.uncanned.score;

/** What is published of the customised words of one message; see {@link Customised}. */
public record JudgedWords(
    Integer customised_words,
    Float customised_share,
    Float edit_ratio,
    Scope scope,
    Confidence confidence) {}
