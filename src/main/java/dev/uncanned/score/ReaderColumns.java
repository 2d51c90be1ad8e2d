package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.time.Instant;
import java.util.List;

/** The columns of the texts that tell who got them when. */
public record ReaderColumns(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    @Packed List<Contact> recipients) {}
