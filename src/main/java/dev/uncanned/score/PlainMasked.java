package dev.uncanned.score;

/** The masked text of a message and nothing else. */
public record PlainMasked(String message_id, String masked) {}
