package dev.uncanned.score;

/**
 * A message that follows others of its sender to the same recipient without an answer between them.
 *
 * @param unanswered_run how many messages the sender had sent since the recipient last wrote, this
 *     one counted; 2 and more; null where an earlier message may have been an answer or not
 * @param new_words different words that none of the sender's earlier messages to the recipient had;
 *     placeholders and the words of reminders are not counted; null for an empty text
 * @param bare_bump whether there are fewer than 10 of them; null for an empty text
 */
public record FollowUp(
    String message_id,
    String recipient_id,
    Integer unanswered_run,
    Integer new_words,
    Boolean bare_bump) {}
