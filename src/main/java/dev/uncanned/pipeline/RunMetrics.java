package dev.uncanned.pipeline;

import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Puts together the figures about a run. */
final class RunMetrics {

  private static final String ROWS = "rows";
  private static final String MART = "mart";
  private static final String SCORE = "score";
  private static final String TEMPLATE = "template";
  private static final String NONE = "";
  private static final double NANOS = 1e9;

  private final RunStamp stamp;
  private final String configJson;
  private final List<Reliability> reliabilities;
  private final SelfChecks checks;
  private final List<RunMetricRow> rows = new ArrayList<>();

  RunMetrics(
      RunStamp stamp, String configJson, List<Reliability> reliabilities, SelfChecks checks) {
    this.stamp = stamp;
    this.configJson = configJson;
    this.reliabilities = List.copyOf(reliabilities);
    this.checks = checks;
  }

  Dataset<RunMetricRow> of(Results found, Map<String, Long> rowsByTable) {
    add("distinct_texts", found.texts().count(), ROWS, "signature");
    entities(found);
    selfChecks();
    rowsByTable.forEach((table, n) -> add(table, n, ROWS, MART));
    Parameters.of(configJson).forEach((name, value) -> add(name, value, NONE, "config"));
    return found
        .documents()
        .sparkSession()
        .createDataset(rows, Records.encoder(RunMetricRow.class));
  }

  /** The speed is the one figure that differs from run to run. */
  private void entities(Results found) {
    long all = sum(found.documents(), TextDocument.TOKENS_N);
    long read = sum(found.templates(), Template.ENTITY_TOKENS_N);
    long nanos = sum(found.templates(), Template.ENTITY_NANOS);
    add("entity_tokens_n", read, "tokens", TEMPLATE);
    if (all > 0) {
      add("entity_tokens_share", (double) read / all, NONE, TEMPLATE);
    }
    if (nanos > 0) {
      add("entity_tokens_per_s", read * NANOS / nanos, "tokens/s", TEMPLATE);
    }
  }

  private void selfChecks() {
    for (Reliability figure : reliabilities) {
      add(PublishedChecks.SPLIT_HALF_SENDERS + figure.metric(), figure.senders_n(), ROWS, MART);
      if (figure.reliability() != null) {
        add(PublishedChecks.SPLIT_HALF + figure.metric(), figure.reliability(), NONE, MART);
      }
    }
    add(PublishedChecks.TRIED, checks.tried_n(), ROWS, SCORE);
    add(PublishedChecks.FALSE_VERIFIED, checks.false_verified_n(), ROWS, SCORE);
    if (checks.falseVerificationRate() != null) {
      add("false_verification_rate", checks.falseVerificationRate(), NONE, SCORE);
    }
    add("weights_senders_n", checks.swept_senders_n(), ROWS, SCORE);
    if (checks.weights_rank_r() != null) {
      add(PublishedChecks.WEIGHTS_RANK, checks.weights_rank_r(), NONE, SCORE);
    }
  }

  private static long sum(Dataset<?> rows, String component) {
    Row sum = rows.agg(functions.sum(functions.col(component)), new Column[0]).head();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  private void add(String name, double value, String unit, String stage) {
    rows.add(
        new RunMetricRow(
            name, value, unit, stage, stamp.run_id(), stamp.metric_version(), stamp.key_id()));
  }
}
