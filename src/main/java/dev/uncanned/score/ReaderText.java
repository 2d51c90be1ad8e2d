package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.time.Instant;
import java.util.List;

/** The columns of a message that tell who got which template when. */
public record ReaderText(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    @Packed List<Contact> recipients,
    String cluster_id) {

  public ReaderText {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
  }
}
