package dev.uncanned.score;

/** The columns of a text that tell what an answer says. */
public record ReplyText(String message_id, String text, String lang, int tokens_n) {}
