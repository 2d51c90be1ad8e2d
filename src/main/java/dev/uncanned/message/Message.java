package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/**
 * One normalised message: copies are joined, people resolved, the text still as it was sent.
 *
 * @param recipients contact data of the first {@value #MAX_CONTACTS} of those it was sent to, place
 *     by place with {@code recipient_ids}; for masking and for checking names
 */
public record Message(
    MessageHeader header,
    String subject,
    String body,
    boolean html,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {

  /** Contact data of further recipients is dropped: their fields cannot be merged into one text. */
  public static final int MAX_CONTACTS = 20;
}
