package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.util.List;

/**
 * One text with all that decides what in it speaks of its recipients.
 *
 * @param null_reason why the text may not be scored; null if it may
 * @param sender as the archive knows the sender; null if not at all
 * @param recipients contacts of the first recipients, place by place with {@code recipient_ids}
 * @param spans {@link Customised#spans}; null where the customised words are unknown
 * @param segments phrases of the text's template that only some readers got; null without any
 */
public record PersonalText(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String text,
    String lang,
    NullReason null_reason,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    List<Integer> spans,
    long[] segments) {

  public static final String SPANS = "spans";

  public PersonalText {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
  }
}
