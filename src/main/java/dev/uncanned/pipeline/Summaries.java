package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.Rollup;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the report shows as it stands in the smaller published tables.
 *
 * @param firstDay of the earliest message; null if none is dated
 * @param senders those of ours, over all channels and relationships
 * @param writersToUs how many other senders there are
 * @param rejected records by reason
 */
record Summaries(
    List<RunMetricRow> metrics,
    LocalDate firstDay,
    List<TeamSummaryRow> teams,
    List<SenderSummaryRow> senders,
    long writersToUs,
    List<InputRow> inputs,
    Map<String, Long> rejected,
    List<DataQualityRow> quality) {

  static Summaries of(PublishedTables tables) {
    Dataset<SenderSummaryRow> senders =
        tables
            .read(SenderSummaryRow.class)
            .where(functions.col(SenderSummaryRow.CHANNEL).equalTo(Rollup.ALL))
            .where(functions.col(SenderSummaryRow.RELATIONSHIP).equalTo(Rollup.ALL));
    Column inbound = functions.col(SenderSummaryRow.DIRECTION).equalTo(Label.of(Direction.INBOUND));
    return new Summaries(
        tables.read(RunMetricRow.class).collectAsList(),
        tables.firstDay(),
        tables.read(TeamSummaryRow.class).collectAsList(),
        senders.where(functions.not(inbound)).collectAsList(),
        senders.where(inbound).count(),
        tables.read(InputRow.class).collectAsList(),
        rejected(tables),
        tables.read(DataQualityRow.class).collectAsList());
  }

  private static Map<String, Long> rejected(PublishedTables tables) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row row :
        tables
            .read(RejectedRow.class)
            .groupBy(functions.col(RejectedRow.REASON_CODE))
            .count()
            .collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    return counts;
  }
}
