package dev.uncanned.archive;

import java.time.Instant;
import java.util.List;

/**
 * What one pass over (a part of) an input saw; the counts of the parts of an input add up.
 *
 * @param format name of the format, such as {@code linkedin-messages}
 * @param seen_n records found
 * @param parsed_n records read, among them duplicates and those out of scope
 * @param quarantined_n records rejected; {@code seen_n = parsed_n + quarantined_n}
 * @param out_of_scope_n records read that are no messages of people: drafts, advertisements, …; and
 *     messages of people who are to be forgotten, or older than is kept
 * @param bytes_n size in bytes
 * @param exported_at newest modification time inside the export, null where it says nothing
 * @param rejected_bytes_n bytes of the records rejected whose places are known
 * @param span_start first byte that the records of this pass cover, read and rejected ones without
 *     a gap between them; -1 where the format does not say (all but mbox)
 * @param span_end byte behind the last one; {@code span_start} where it covers none
 * @param file_bytes_n bytes of the whole file, which the spans of its passes cover without a gap
 *     and without an overlap ({@link #tilingFault}); of a gzip file, bytes of what is in it
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
    Instant exported_at,
    long rejected_bytes_n,
    long span_start,
    long span_end,
    long file_bytes_n) {

  /** A pass that does not say which bytes it covers. */
  public InputCount(
      String inputId,
      String archiveId,
      String format,
      long seen,
      long parsed,
      long quarantined,
      long outOfScope,
      long bytes,
      Instant exportedAt) {
    this(
        inputId,
        archiveId,
        format,
        seen,
        parsed,
        quarantined,
        outOfScope,
        bytes,
        exportedAt,
        0,
        -1,
        -1,
        -1);
  }

  /** The same where some of the messages that were read are left out. */
  public InputCount leaving(long messages) {
    return new InputCount(
        input_id,
        archive_id,
        format,
        seen_n,
        parsed_n,
        quarantined_n,
        out_of_scope_n + messages,
        bytes_n,
        exported_at,
        rejected_bytes_n,
        span_start,
        span_end,
        file_bytes_n);
  }

  /**
   * What is wrong with the bytes that the passes over one input cover, as a fixed phrase with the
   * place; null if they cover its file without a gap and without an overlap.
   *
   * <p>Also null if its format does not say, or if a pass broke off: that is a reject of its own.
   */
  public static String tilingFault(List<InputCount> passes) {
    List<InputCount> told = passes.stream().filter(pass -> pass.span_start >= 0).toList();
    List<InputCount> broken =
        passes.stream().filter(pass -> pass.span_start < 0 && pass.quarantined_n > 0).toList();
    if (told.isEmpty() || !broken.isEmpty()) {
      return null;
    }
    long bytes = told.stream().mapToLong(InputCount::bytes_n).sum();
    long size = told.get(0).file_bytes_n;
    if (told.size() < passes.size() || told.stream().anyMatch(one -> one.file_bytes_n != size)) {
      return "the passes differ in what they say";
    }
    String fault =
        MboxSpan.fault(
            told.stream().map(pass -> new MboxSpan(pass.span_start, pass.span_end)).toList(), size);
    return fault == null && bytes != size ? bytes + " bytes counted of " + size : fault;
  }
}
