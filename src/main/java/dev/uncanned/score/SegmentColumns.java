package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/** The columns of a text from which segments are found. */
public record SegmentColumns(String message_id, String masked, @Packed List<Contact> recipients) {}
