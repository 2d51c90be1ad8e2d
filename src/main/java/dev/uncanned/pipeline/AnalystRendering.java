package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.mart.ClusterMemberRow;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.pipeline.DeliveryMarks.Delivery;
import dev.uncanned.pipeline.DeliveryMarks.Mark;
import dev.uncanned.report.AnalystSource;
import dev.uncanned.report.AnalystSource.RejectedCell;
import dev.uncanned.table.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts in the published tables what the analyst's page shows. */
final class AnalystRendering {

  private static final String MASS_REACH = "score.mass_reach";
  private static final String REUSE_SHARE = "score.reuse_share";

  private final PublishedTables tables;
  private final LocalDate asOf;

  /**
   * @param asOf day up to which the run looked
   */
  AnalystRendering(PublishedTables tables, LocalDate asOf) {
    this.tables = tables;
    this.asOf = asOf;
  }

  AnalystSource source() {
    List<RunMetricRow> metrics = tables.read(RunMetricRow.class).collectAsList();
    DeliveryCounts counts = counts(RunMetricRow.parameter(metrics, REUSE_SHARE));
    return new AnalystSource(
        metrics.get(0).run_id(),
        metrics.get(0).metric_version(),
        tables.firstDay(),
        asOf,
        counts.firstMessages(),
        counts.spreads(),
        counts.unknown(),
        counts.reach(),
        (int) RunMetricRow.parameter(metrics, MASS_REACH),
        counts.similar(),
        rejected(),
        counts.missing(),
        metrics,
        tables.read(DataQualityRow.class).collectAsList());
  }

  private DeliveryCounts counts(double reuseShare) {
    DeliveryCounts counts = new DeliveryCounts();
    for (Row row :
        deliveries()
            .flatMap(
                (FlatMapFunction<Delivery, Mark>) one -> DeliveryMarks.of(one, reuseShare),
                Records.encoder(Mark.class))
            .groupBy(columns(Records.names(Mark.class)))
            .count()
            .collectAsList()) {
      counts.add(new Mark(row.getString(0), row.getString(1), row.getString(2)), row.getLong(3));
    }
    return counts;
  }

  /** Deliveries of ours to somebody, written by a person. */
  private Dataset<Delivery> deliveries() {
    Column ours = functions.col(MessageScoreRow.DIRECTION).equalTo(Label.of(Direction.OUTBOUND));
    Column written =
        functions
            .col(MessageRow.KIND)
            .isin(Label.of(MessageKind.MESSAGE), Label.of(MessageKind.GROUP));
    String[] message = {MessageRow.MESSAGE_ID};
    String[] delivery = {MessageRow.MESSAGE_ID, MessageRow.RECIPIENT_ID};
    Dataset<Row> sent =
        tables
            .read(MessageRow.class)
            .where(ours.and(written))
            .select(columns(DeliveryMarks.columns(MessageRow.class, delivery)));
    Dataset<Row> scores =
        tables
            .read(MessageScoreRow.class)
            .select(columns(DeliveryMarks.columns(MessageScoreRow.class, delivery)));
    Dataset<Row> members =
        tables
            .read(ClusterMemberRow.class)
            .select(columns(DeliveryMarks.columns(ClusterMemberRow.class, message)));
    return Records.project(
        sent.join(scores, delivery, "inner").join(members, message, "left_outer"), Delivery.class);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }

  private List<RejectedCell> rejected() {
    Dataset<Row> inputs =
        tables.read(InputRow.class).select(columns(InputRow.INPUT_ID, InputRow.FORMAT));
    List<RejectedCell> cells = new ArrayList<>();
    for (Row row :
        tables
            .read(RejectedRow.class)
            .select(columns(InputRow.INPUT_ID, RejectedRow.REASON_CODE))
            .join(inputs, new String[] {InputRow.INPUT_ID}, "left_outer")
            .groupBy(columns(InputRow.FORMAT, RejectedRow.REASON_CODE))
            .count()
            .collectAsList()) {
      String format = row.isNullAt(0) ? "unknown" : row.getString(0);
      cells.add(new RejectedCell(format, row.getString(1), row.getLong(2)));
    }
    return cells;
  }
}
