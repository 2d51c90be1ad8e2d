/**
 * Who wrote what to whom: raw rows of archives become messages.
 *
 * <p>A message is identified by its sender, the time at the coarser of two precisions, and its
 * text, never by Message-ID: copies of one mail in several folders carry different ones. Where both
 * occurrences name a conversation it has to be the same.
 *
 * <p>People become pseudonyms here, at the first step that knows them, so that no later table has
 * to be trusted with addresses. Names travel on only beside the text, for masking and for checking
 * greetings.
 *
 * <p>Rejected: dropping duplicate rows by all columns (two exports of one message differ in white
 * space, headers and precision), and joining by Message-ID (above).
 */
package dev.uncanned.message;
