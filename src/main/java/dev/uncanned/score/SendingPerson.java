package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;

/** The columns of a message that tell for whom its sender works. */
public record SendingPerson(String sender_id, @Packed Contact sender) {}
