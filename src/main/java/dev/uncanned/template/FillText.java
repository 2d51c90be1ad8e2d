package dev.uncanned.template;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/**
 * What a message looks like where a fill of its template is looked at.
 *
 * <p>Components are as in the text document, whose columns these are.
 */
public record FillText(
    String fingerprint,
    String message_id,
    String text,
    String lang,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {

  public static final String FINGERPRINT = "fingerprint";
}
