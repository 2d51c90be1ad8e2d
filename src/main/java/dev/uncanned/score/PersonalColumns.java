package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.util.List;

/** The columns of the texts that personalisation reads. */
public record PersonalColumns(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String text,
    String lang,
    NullReason null_reason,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {}
