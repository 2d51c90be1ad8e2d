package dev.uncanned.mart;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/** The people of one message with their pseudonyms, place by place. */
public record Participants(
    String sender_id,
    @Packed Contact sender,
    List<String> recipient_ids,
    @Packed List<Contact> recipients) {}
