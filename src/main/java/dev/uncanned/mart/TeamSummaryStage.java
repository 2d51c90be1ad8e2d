package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.score.TeamOverlap;
import dev.uncanned.table.Records;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up the outbound scores of each team, week by week. */
public final class TeamSummaryStage {

  private static final String OVERLAP = "overlap";
  private static final String OVERLAP_TEAM = "overlap_team";
  private static final String OVERLAP_WEEK = "overlap_week";

  private final TeamSummary summary;

  /**
   * @param asOf day up to which the run looks
   */
  public TeamSummaryStage(RunStamp stamp, LocalDate asOf, TeamEnds ends) {
    this.summary = new TeamSummary(stamp, asOf, ends);
  }

  /** One row for each team and week, and one for each team's whole period. */
  public Dataset<TeamSummaryRow> apply(Dataset<ScoreFact> facts, Dataset<TeamOverlap> overlaps) {
    Column team =
        functions.coalesce(functions.col(ScoreFact.TEAM_ID), functions.lit(TeamSummary.NO_TEAM));
    Dataset<TeamSummaryRow> rows =
        facts
            .where(functions.col(ScoreFact.DIRECTION).equalTo(Direction.OUTBOUND.name()))
            .groupBy(team)
            .as(Encoders.STRING(), Records.encoder(ScoreFact.class))
            .flatMapGroups(
                (FlatMapGroupsFunction<String, ScoreFact, TeamSummaryRow>) summary::rows,
                Records.encoder(TeamSummaryRow.class));
    return withOverlaps(rows, overlaps);
  }

  private static Dataset<TeamSummaryRow> withOverlaps(
      Dataset<TeamSummaryRow> rows, Dataset<TeamOverlap> overlaps) {
    Dataset<Row> found =
        overlaps.select(
            functions.col(TeamOverlap.TEAM_ID).as(OVERLAP_TEAM),
            functions.col(TeamOverlap.WEEK).as(OVERLAP_WEEK),
            Records.whole(overlaps).as(OVERLAP));
    Column same =
        functions
            .col(TeamSummaryRow.TEAM_ID)
            .equalTo(functions.col(OVERLAP_TEAM))
            .and(functions.col(TeamSummaryRow.WEEK).eqNullSafe(functions.col(OVERLAP_WEEK)));
    Map<String, Column> columns = new HashMap<>();
    columns.put(TeamSummaryRow.CONTACTED_PERSONS_N, count(TeamOverlap.PERSON_N));
    columns.put(TeamSummaryRow.OVERLAP_PERSONS_N, count(TeamOverlap.PERSON_OVERLAP_N));
    columns.put(TeamSummaryRow.OVERLAP_PERSONS_TEMPLATE_N, count(TeamOverlap.PERSON_TEMPLATE_N));
    columns.put(
        TeamSummaryRow.OVERLAP_PERSON_SHARE,
        share(TeamOverlap.PERSON_OVERLAP_N, TeamOverlap.PERSON_N));
    columns.put(TeamSummaryRow.CONTACTED_COMPANIES_N, count(TeamOverlap.COMPANY_N));
    columns.put(TeamSummaryRow.OVERLAP_COMPANIES_N, count(TeamOverlap.COMPANY_OVERLAP_N));
    columns.put(TeamSummaryRow.OVERLAP_COMPANIES_TEMPLATE_N, count(TeamOverlap.COMPANY_TEMPLATE_N));
    columns.put(
        TeamSummaryRow.OVERLAP_COMPANY_SHARE,
        share(TeamOverlap.COMPANY_OVERLAP_N, TeamOverlap.COMPANY_N));
    return Records.project(rows.join(found, same, "left_outer"), TeamSummaryRow.class, columns);
  }

  /** 0 for a team that wrote to nobody unprompted, and unknown without a team. */
  private static Column count(String component) {
    Column team =
        functions.col(TeamSummaryRow.TEAM_ID).notEqual(functions.lit(TeamSummary.NO_TEAM));
    return functions.coalesce(overlap(component), functions.when(team, functions.lit(0L)));
  }

  private static Column overlap(String component) {
    return functions.col(OVERLAP).getField(component);
  }

  private static Column share(String part, String whole) {
    Column all = overlap(whole);
    return functions.when(all.gt(functions.lit(0)), overlap(part).cast("double").divide(all));
  }
}
