package dev.uncanned.mart;

import dev.uncanned.archive.Contact;
import java.util.List;

/** The people of one message with their pseudonyms, place by place. */
public record Participants(
    String sender_id, Contact sender, List<String> recipient_ids, List<Contact> recipients) {}
