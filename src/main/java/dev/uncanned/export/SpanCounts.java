package dev.uncanned.export;

import dev.uncanned.mart.DefectSpan;
import dev.uncanned.mart.EvidenceSpan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places in a text as counts by type: where they stand would tell of the text. */
final class SpanCounts {

  /** Counts above are told as this; few texts have so many of a type. */
  private static final int MOST = 3;

  private static final String NONE = "none";

  private SpanCounts() {}

  static String defects(List<DefectSpan> spans) {
    return spans == null ? null : counts(spans.stream().map(DefectSpan::type));
  }

  static String evidence(List<EvidenceSpan> spans) {
    return spans == null ? null : counts(spans.stream().map(EvidenceSpan::type));
  }

  /**
   * Such as {@code raw_field:1 wrong_name:2}, in the order of the types; {@code none} without any.
   */
  private static String counts(Stream<String> types) {
    Map<String, Integer> counts = new TreeMap<>();
    types.forEach(type -> counts.merge(type, 1, (a, b) -> Math.min(MOST, a + b)));
    return counts.isEmpty()
        ? NONE
        : counts.entrySet().stream()
            .map(one -> one.getKey() + ":" + one.getValue())
            .collect(Collectors.joining(" "));
  }
}
