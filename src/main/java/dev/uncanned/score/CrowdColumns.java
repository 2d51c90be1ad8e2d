package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.Direction;
import dev.uncanned.table.Packed;
import java.util.List;

/** The columns of a text that name its recipients. */
public record CrowdColumns(
    Direction direction, List<String> recipient_ids, @Packed List<Contact> recipients) {

  public CrowdColumns {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
  }
}
