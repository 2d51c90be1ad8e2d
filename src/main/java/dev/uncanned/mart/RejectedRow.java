package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A record that could not be read. */
@Table(
    name = "rejected_records",
    grain = "record",
    sortedBy = {"input_id", "source_row", "byte_start", "reason_code"})
@Doc("Records that could not be read, with place and reason, without their text.")
public record RejectedRow(
    @Doc("Input it stands in.") String input_id,
    @Doc("Ordinal of the record, from 1; 0 for the whole input.") long source_row,
    @Doc("First byte in the file; null if unknown.") Long byte_start,
    @Doc("Byte behind the last; null if unknown.") Long byte_end,
    @Doc("Step that refused it: archive.") String stage,
    @Doc("Why, one of a fixed list.") String reason_code,
    @Doc("More about why, in fixed words and numbers.") String detail,
    @Doc("SHA-256 of the bytes of the record; null where they were not at hand.") String raw_sha256,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String REASON_CODE = "reason_code";
}
