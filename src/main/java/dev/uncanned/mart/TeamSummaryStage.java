package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import java.time.LocalDate;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Sums up the outbound scores of each team, week by week. */
public final class TeamSummaryStage {

  private final TeamSummary summary;

  public TeamSummaryStage(RunStamp stamp, LocalDate asOf) {
    this.summary = new TeamSummary(stamp, asOf);
  }

  /** One row for each team and week, and one for each team's whole period. */
  public Dataset<TeamSummaryRow> apply(Dataset<ScoreFact> facts) {
    Column team =
        functions.coalesce(functions.col(ScoreFact.TEAM_ID), functions.lit(TeamSummary.NO_TEAM));
    return facts
        .where(functions.col(ScoreFact.DIRECTION).equalTo(Direction.OUTBOUND.name()))
        .groupBy(team)
        .as(Encoders.STRING(), Records.encoder(ScoreFact.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ScoreFact, TeamSummaryRow>) summary::rows,
            Records.encoder(TeamSummaryRow.class));
  }
}
