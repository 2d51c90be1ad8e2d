package dev.uncanned.message;

import java.util.List;

/**
 * One occurrence of a message, reduced to what decides whether another occurrence is the same.
 *
 * @param group occurrences with different values here are never the same message: hash of medium,
 *     sender, minute of sending and words
 * @param body_hash text with its form
 * @param html whether the text is HTML
 * @param second seconds since 1970, or null where only the minute is known or nothing
 * @param recipient_keys addresses and folded names of the recipients, sorted
 * @param recipients_n number of recipients
 * @param outbound whether it was found in the sender's own archive
 */
public record CopyClaim(
    String group,
    String body_hash,
    boolean html,
    String input_id,
    String archive_id,
    long source_row,
    String conversation_id,
    Long second,
    List<String> recipient_keys,
    int recipients_n,
    boolean outbound) {

  public CopyClaim {
    recipient_keys = recipient_keys == null ? List.of() : List.copyOf(recipient_keys);
  }
}
