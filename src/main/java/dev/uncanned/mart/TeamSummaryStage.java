package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.time.LocalDate;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Sums up the outbound scores of each team, week by week. */
public final class TeamSummaryStage {

  private final TeamSummary summary;

  public TeamSummaryStage(RunStamp stamp, LocalDate asOf) {
    this.summary = new TeamSummary(stamp, asOf);
  }

  /** One row for each team and week, and one for each team's whole period. */
  public Dataset<TeamSummaryRow> apply(Dataset<MessageScore> scores) {
    return Records.project(scores, ScoreFact.class)
        .filter((FilterFunction<ScoreFact>) fact -> fact.direction() == Direction.OUTBOUND)
        .groupByKey((MapFunction<ScoreFact, String>) TeamSummary::team, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScoreFact, TeamSummaryRow>) summary::rows,
            Records.encoder(TeamSummaryRow.class));
  }
}
