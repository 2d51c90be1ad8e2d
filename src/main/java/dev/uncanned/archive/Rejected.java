package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;

/**
 * A record that could not be read, with its place and the reason.
 *
 * <p>Its text leaves the archive in {@code raw_sample} only, which goes into the restricted
 * quarantine and nowhere else.
 *
 * @param source_row ordinal of the record in the input, from 1; 0 for the whole input
 * @param byte_start first byte of the record in its file, -1 if unknown
 * @param byte_end byte behind the record, -1 if unknown
 * @param detail what was wrong, in fixed words and numbers only: never text of the message
 * @param raw_sha256 hash of the record's bytes, null where they were not at hand
 * @param entry path of the file, below the folder or inside of the ZIP; null where the reader does
 *     not say
 * @param raw_sample the first {@value #SAMPLE_BYTES} bytes of the record, one character a byte (ISO
 *     8859-1, so that no byte is lost); null where they were not at hand
 */
public record Rejected(
    String input_id,
    long source_row,
    long byte_start,
    long byte_end,
    Reason reason,
    String detail,
    String raw_sha256,
    String entry,
    String raw_sample) {

  public static final String SOURCE_ROW = "source_row";
  public static final String REASON = "reason";

  /** Bytes of a record that are kept to find out what is wrong with it. */
  public static final int SAMPLE_BYTES = 4096;

  /** A record whose bytes were not at hand, or are not kept. */
  public Rejected(
      String inputId,
      long sourceRow,
      long byteStart,
      long byteEnd,
      Reason reason,
      String detail,
      String rawSha256) {
    this(inputId, sourceRow, byteStart, byteEnd, reason, detail, rawSha256, null, null);
  }

  /** The same record, of a file. */
  public Rejected in(String file) {
    return new Rejected(
        input_id, source_row, byte_start, byte_end, reason, detail, raw_sha256, file, raw_sample);
  }

  /** The same record, with the bytes it begins with. */
  public Rejected sampled(String sample) {
    return new Rejected(
        input_id, source_row, byte_start, byte_end, reason, detail, raw_sha256, entry, sample);
  }

  /** The first bytes of a record as {@code raw_sample} holds them. */
  static String sample(byte[] bytes, int from, int length) {
    return new String(bytes, from, Math.min(length, SAMPLE_BYTES), StandardCharsets.ISO_8859_1);
  }
}
