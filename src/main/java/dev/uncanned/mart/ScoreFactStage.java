package dev.uncanned.mart;

import dev.uncanned.score.Defect;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Picks from the scores what the summaries of senders and teams read. */
public final class ScoreFactStage {

  private static final int ONLY_A_NAME = 1;

  /** One fact for each score. */
  public Dataset<ScoreFact> apply(Dataset<MessageScore> scores) {
    Column hard =
        functions.exists(
            functions.col(MessageScore.DEFECTS),
            defect ->
                defect
                    .getField(Defect.SEVERITY)
                    .equalTo(functions.lit(Defect.Severity.HARD.name())));
    Column profile = functions.col(MessageScore.PROFILE_FIELDS).gt(functions.lit(ONLY_A_NAME));
    return Records.project(
        scores,
        ScoreFact.class,
        Map.of(ScoreFact.HARD_DEFECT, hard, ScoreFact.PROFILE_KNOWN, profile));
  }
}
