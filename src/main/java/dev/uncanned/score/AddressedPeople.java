package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.Direction;
import dev.uncanned.table.Packed;
import java.util.ArrayList;
import java.util.List;

/** The columns of a message that tell for whom its recipients work. */
public record AddressedPeople(
    String message_id,
    Direction direction,
    List<String> recipient_ids,
    @Packed List<Contact> recipients) {

  public static final String DIRECTION = "direction";

  /** One row per recipient whose company is known. */
  List<Employer> employers() {
    List<Employer> employers = new ArrayList<>();
    int known = recipients == null ? 0 : Math.min(recipients.size(), recipient_ids.size());
    for (int i = 0; i < known; i++) {
      String company = Companies.key(recipients.get(i));
      if (company != null) {
        employers.add(new Employer(message_id, recipient_ids.get(i), company));
      }
    }
    return employers;
  }
}
