package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.time.Instant;
import java.util.List;

/**
 * A drawn message of a template with its customised words.
 *
 * @param spans {@link Customised#spans}, not empty
 */
public record PermutationText(
    String cluster_id,
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String text,
    String lang,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    List<Integer> spans) {

  /** Whether it went to one known person, so that there is one record to exchange. */
  boolean single() {
    return recipient_ids != null
        && recipient_ids.size() == 1
        && recipients != null
        && recipients.size() == 1
        && spans != null
        && !spans.isEmpty();
  }

  String recipientId() {
    return recipient_ids.get(0);
  }

  Contact recipient() {
    return recipients.get(0);
  }

  /** The same text as if it had gone to somebody else. */
  PersonalText to(String id, Contact contact, List<Integer> movedSpans) {
    return new PersonalText(
        message_id,
        sender_id,
        List.of(id),
        sent_at,
        text,
        lang,
        null,
        sender,
        List.of(contact),
        movedSpans,
        null);
  }
}
