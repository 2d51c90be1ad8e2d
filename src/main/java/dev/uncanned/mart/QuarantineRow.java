package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A record that could not be read, with the bytes it begins with. */
@Table(
    name = "quarantine",
    grain = "record",
    restricted = true,
    sortedBy = {"input_id", "entry", "record_ordinal", "byte_start", "quarantine_id"})
@Doc("Records that could not be read, with a sample of their bytes; restricted.")
public record QuarantineRow(
    @Doc("Names the record, the same in every run over the same archives.") String quarantine_id,
    @Doc("Input it stands in.") String input_id,
    @Doc("Path of its file, below the folder or inside of the archive; null if not told.")
        String entry,
    @Doc("Ordinal of the record in the input, from 1; 0 for the whole input.") long record_ordinal,
    @Doc("First byte in the file; null if unknown.") Long byte_start,
    @Doc("Byte behind the last; null if unknown.") Long byte_end,
    @Doc("Why, one of a fixed list.") String reason_code,
    @Doc("More about why, in fixed words and numbers.") String detail_code,
    @Doc("Reader that refused it, named after its format.") String parser,
    @Doc("Version of the program that the reader is of.") String parser_version,
    @Doc("SHA-256 of the bytes of the record; null where they were not at hand.") String raw_sha256,
    @Doc(
            "First bytes of the record, 4096 at most, one character a byte (ISO 8859-1); null if"
                + " none.")
        String raw_sample,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
