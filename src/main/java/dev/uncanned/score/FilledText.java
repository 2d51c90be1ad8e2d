package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/**
 * A message of a template with what is needed to see whom its fields name.
 *
 * @param recipients contacts of the first recipients, place by place with {@code recipient_ids}
 * @param contexts fields of its template; null without any
 */
public record FilledText(
    String message_id,
    List<String> recipient_ids,
    String text,
    String masked,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    String cluster_id,
    List<FillContext> contexts) {

  public FilledText {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
    contexts = contexts == null ? List.of() : List.copyOf(contexts);
  }
}
