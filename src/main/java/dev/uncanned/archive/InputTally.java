package dev.uncanned.archive;

import java.time.Instant;

/** Counts the records of one input while it is read. */
final class InputTally {

  private final String inputId;
  private final InputFormat format;
  private long bytes;
  private long parsed;
  private long rejected;
  private long outOfScope;
  private long rejectedBytes;
  private long spanStart = -1;
  private long spanEnd = -1;
  private long fileBytes = -1;

  InputTally(String inputId, InputFormat format, long bytes) {
    this.inputId = inputId;
    this.format = format;
    this.bytes = bytes;
  }

  String inputId() {
    return inputId;
  }

  long seen() {
    return parsed + rejected;
  }

  void addBytes(long more) {
    bytes += more;
  }

  /** Counts bytes, which are counted as read too, as rejected. */
  void addRejectedBytes(long more) {
    rejectedBytes += more;
  }

  /** Notes which bytes the records cover, of how many. */
  void cover(long start, long end, long size) {
    spanStart = start;
    spanEnd = end;
    fileBytes = size;
  }

  void addParsed() {
    parsed++;
  }

  void addRejected() {
    rejected++;
  }

  InputTally addOutOfScope(long records) {
    parsed += records;
    outOfScope += records;
    return this;
  }

  InputCount count(String archiveId, Instant exportedAt) {
    return new InputCount(
        inputId,
        archiveId,
        format.label(),
        seen(),
        parsed,
        rejected,
        outOfScope,
        bytes,
        exportedAt,
        rejectedBytes,
        spanStart,
        spanEnd,
        fileBytes);
  }
}
