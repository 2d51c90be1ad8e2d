package dev.uncanned.archive;

/**
 * What one pass over (a part of) an input saw; the counts of the parts of an input add up.
 *
 * @param format name of the format, such as {@code linkedin-messages}
 * @param seen_n records found
 * @param parsed_n records read, among them duplicates and those out of scope
 * @param quarantined_n records rejected; {@code seen_n = parsed_n + quarantined_n}
 * @param out_of_scope_n records read that are no messages of people: drafts, advertisements, …
 * @param bytes_n size in bytes
 * @param exported_at newest modification time inside the export, null where it says nothing
 */
public record InputCount(
    String input_id,
    String archive_id,
    String format,
    long seen_n,
    long parsed_n,
    long quarantined_n,
    long out_of_scope_n,
    long bytes_n,
    java.time.Instant exported_at) {}
