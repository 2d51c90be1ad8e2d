package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.mart.InputRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sums that must hold before anything is published: no record is lost between the archive and
 * the tables. A breach is a bug, not bad data.
 */
final class Identities {

  private Identities() {}

  /** {@code seen = parsed + quarantined} in every pass over an input, and the rejects are rows. */
  static void requireNothingLost(List<InputCount> counts, long rejectedRows) {
    long quarantined = 0;
    for (InputCount count : counts) {
      if (count.seen_n() != count.parsed_n() + count.quarantined_n()) {
        throw new IllegalStateException(
            "input "
                + count.input_id()
                + ": "
                + count.seen_n()
                + " records seen, "
                + count.parsed_n()
                + " parsed and "
                + count.quarantined_n()
                + " quarantined");
      }
      quarantined += count.quarantined_n();
    }
    if (quarantined != rejectedRows) {
      throw new IllegalStateException(
          quarantined + " records were quarantined, " + rejectedRows + " are listed");
    }
  }

  /** The ranges of bytes that were read or rejected cover each file that is read in ranges. */
  static void requireTiled(List<InputCount> counts) {
    Map<String, List<InputCount>> inputs =
        counts.stream()
            .collect(
                Collectors.groupingBy(InputCount::input_id, TreeMap::new, Collectors.toList()));
    inputs.forEach(
        (input, passes) -> {
          String fault = InputCount.tilingFault(passes);
          if (fault != null) {
            throw new IllegalStateException("the bytes of input " + input + ": " + fault);
          }
        });
  }

  /** {@code parsed = new + duplicate + out of scope}, with no negative part, in every input. */
  static void requireSums(List<InputRow> inputs, long messages) {
    long kept = 0;
    for (InputRow input : inputs) {
      boolean holds =
          input.seen_n() == input.parsed_n() + input.quarantined_n()
              && input.duplicate_n() >= 0
              && input.out_of_scope_n() >= 0;
      if (!holds) {
        throw new IllegalStateException(
            "the counts of input " + input.input_id() + " do not add up");
      }
      kept += input.parsed_n() - input.duplicate_n() - input.out_of_scope_n();
    }
    if (kept != messages) {
      throw new IllegalStateException(
          "the inputs hold " + kept + " messages, the tables " + messages);
    }
  }

  /** Tables of one grain have the same number of rows. */
  static void requireSameRows(Map<String, Long> rowsByTable) {
    long messages = rowsByTable.get("messages");
    long scores = rowsByTable.get("message_scores");
    if (messages != scores) {
      throw new IllegalStateException(
          "messages has " + messages + " rows, message_scores " + scores);
    }
  }
}
