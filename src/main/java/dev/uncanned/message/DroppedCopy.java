package dev.uncanned.message;

/** The place of an occurrence that is a copy of a message which another occurrence stands for. */
public record DroppedCopy(String input_id, String archive_id, long source_row) {}
