package dev.uncanned.mart;

import dev.uncanned.archive.InputCount;

/** A part of the counts of one input; parts add up. */
public record InputTally(
    String input_id,
    String archive_id,
    String format,
    long seen_n,
    long parsed_n,
    long quarantined_n,
    long out_of_scope_n,
    long bytes_n,
    long kept_n) {

  static InputTally ofCount(InputCount count) {
    return new InputTally(
        count.input_id(),
        count.archive_id(),
        count.format(),
        count.seen_n(),
        count.parsed_n(),
        count.quarantined_n(),
        count.out_of_scope_n(),
        count.bytes_n(),
        0);
  }

  static InputTally ofKept(KeptMessages kept) {
    return new InputTally(kept.input_id(), kept.archive_id(), null, 0, 0, 0, 0, 0, kept.kept_n());
  }

  InputTally plus(InputTally other) {
    return new InputTally(
        input_id,
        archive_id,
        format == null ? other.format : format,
        seen_n + other.seen_n,
        parsed_n + other.parsed_n,
        quarantined_n + other.quarantined_n,
        out_of_scope_n + other.out_of_scope_n,
        bytes_n + other.bytes_n,
        kept_n + other.kept_n);
  }
}
