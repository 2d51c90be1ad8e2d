package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes that the pieces of one part of an mbox cover, one behind the other.
 *
 * <p>The pieces of a file tile it: every byte is in exactly one. Within a part the splitter sees to
 * it; {@link #fault} checks it over all parts of a file. A part in which no mail starts covers
 * nothing; the mail that it lies in belongs to an earlier one.
 *
 * @param start first byte
 * @param end byte behind the last one
 */
record MboxSpan(long start, long end) {

  /**
   * What is wrong with the spans of a file's parts, as a fixed phrase with the place; null if they
   * cover it without a gap and without an overlap.
   *
   * @param size bytes of the file
   */
  static String fault(List<MboxSpan> spans, long size) {
    List<MboxSpan> sorted = new ArrayList<>(spans);
    sorted.removeIf(span -> span.start == span.end);
    sorted.sort(Comparator.comparingLong(MboxSpan::start));
    long at = 0;
    for (MboxSpan span : sorted) {
      if (span.start != at) {
        return (span.start > at ? "gap at byte " : "overlap at byte ") + Math.min(at, span.start);
      }
      at = span.end;
    }
    return at == size ? null : (at < size ? "gap at byte " + at : "end at byte " + at);
  }
}
