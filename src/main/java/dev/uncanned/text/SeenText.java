package dev.uncanned.text;

/**
 * The text of a message as a reader sees it.
 *
 * @param text quoted lines begin with {@code >}
 * @param quotes whether the mail program marked a quoted thread, beyond what the lines show
 */
record SeenText(String text, boolean quotes) {}
