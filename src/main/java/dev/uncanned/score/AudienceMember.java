package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.ArrayList;
import java.util.List;

/** The columns of a message that tell what its recipients do. */
public record AudienceMember(
    String message_id, List<String> recipient_ids, @Packed List<Contact> recipients) {

  /** One row per recipient; the family is null where no title is known. */
  List<RecipientFamily> families() {
    List<RecipientFamily> families = new ArrayList<>();
    for (int i = 0; i < recipient_ids.size(); i++) {
      boolean known = recipients != null && i < recipients.size();
      TitleFamily family = known ? TitleFamily.of(recipients.get(i)) : null;
      families.add(new RecipientFamily(message_id, recipient_ids.get(i), family));
    }
    return families;
  }
}
