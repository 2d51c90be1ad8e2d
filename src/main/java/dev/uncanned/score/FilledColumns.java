package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/** The columns of the texts that are read for foreign names. */
public record FilledColumns(
    String message_id,
    List<String> recipient_ids,
    String text,
    String masked,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {}
