package dev.uncanned.mart;

import dev.uncanned.archive.Rejected;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out the records that could not be read. */
public final class RejectedStage {

  private static final String READING = "archive";

  private final RunStamp stamp;

  public RejectedStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each rejected record. */
  public Dataset<RejectedRow> apply(Dataset<Rejected> rejected) {
    RunStamp run = stamp;
    return rejected.map(
        (MapFunction<Rejected, RejectedRow>) record -> row(record, run),
        Records.encoder(RejectedRow.class));
  }

  private static RejectedRow row(Rejected record, RunStamp run) {
    return new RejectedRow(
        record.input_id(),
        record.source_row(),
        record.byte_start() < 0 ? null : record.byte_start(),
        record.byte_end() < 0 ? null : record.byte_end(),
        READING,
        Label.of(record.reason()),
        record.detail(),
        record.raw_sha256(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
