package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/** The columns of a text that praise is looked for in. */
public record PraisedText(
    String message_id,
    String text,
    String lang,
    boolean eligible,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {

  public static final String ELIGIBLE = "eligible";
}
