package dev.uncanned.archive;

/**
 * A record that could not be read, with its place and the reason; its text stays where it is.
 *
 * @param source_row ordinal of the record in the input, from 1; 0 for the whole input
 * @param byte_start first byte of the record in its file, -1 if unknown
 * @param byte_end byte behind the record, -1 if unknown
 * @param detail what was wrong, in fixed words and numbers only: never text of the message
 * @param raw_sha256 hash of the record's bytes, null where they were not at hand
 */
public record Rejected(
    String input_id,
    long source_row,
    long byte_start,
    long byte_end,
    Reason reason,
    String detail,
    String raw_sha256) {}
