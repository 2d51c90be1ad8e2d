package dev.uncanned.pipeline;

import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run found of its own figures, read back from the table of its metrics. */
final class PublishedChecks {

  /** Begin the names of figures of which each measured column has one. */
  static final String SPLIT_HALF_SENDERS = "split_half_senders_n.";

  static final String SPLIT_HALF = "split_half_r.";
  static final String TRIED = "permuted_messages_n";
  static final String FALSE_VERIFIED = "false_verified_n";
  static final String WEIGHTS_RANK = "weights_rank_r_min";

  private final Map<String, Double> values = new TreeMap<>();

  /** Those in the rows of one run. */
  PublishedChecks(List<RunMetricRow> rows) {
    rows.forEach(row -> values.put(row.name(), row.value()));
  }

  /** How far differences between senders would be found again, by name of the figure. */
  List<Reliability> reliabilities() {
    List<Reliability> all = new ArrayList<>();
    values.forEach(
        (name, senders) -> {
          if (name.startsWith(SPLIT_HALF_SENDERS)) {
            String metric = name.substring(SPLIT_HALF_SENDERS.length());
            all.add(new Reliability(metric, senders.intValue(), values.get(SPLIT_HALF + metric)));
          }
        });
    return all;
  }

  /** How far the personal levels may be trusted. */
  Trust trust() {
    return new Trust(count(TRIED), count(FALSE_VERIFIED), values.get(WEIGHTS_RANK));
  }

  private long count(String name) {
    return values.getOrDefault(name, 0.0).longValue();
  }
}
