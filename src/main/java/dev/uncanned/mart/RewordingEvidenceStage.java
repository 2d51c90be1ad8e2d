package dev.uncanned.mart;

import dev.uncanned.score.LinkedSend;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Hints at mass sends whose copies were reworded; undated messages give no hint. */
public final class RewordingEvidenceStage {

  private final RunStamp stamp;

  public RewordingEvidenceStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each burst of a sender that is not all of one campaign. */
  public Dataset<RewordingEvidenceRow> apply(Dataset<LinkedSend> links) {
    RunStamp run = stamp;
    return links
        .where(functions.col(LinkedSend.SENT_AT).isNotNull())
        .where(functions.col(LinkedSend.CALL_TO_ACTION).isNotNull())
        .groupBy(functions.col(LinkedSend.SENDER_ID))
        .as(Encoders.STRING(), Records.encoder(LinkedSend.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, LinkedSend, RewordingEvidenceRow>)
                (sender, sends) -> Rewordings.of(sends, run),
            Records.encoder(RewordingEvidenceRow.class));
  }
}
