package dev.uncanned.mart;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Finds the newest message of each team, be it one that came in: a week without mail of ours on its
 * last days has not been cut off. Reads two columns of the scores.
 */
public final class TeamEndStage {

  /** One row for each team, and one for people in none. */
  public Dataset<TeamEnd> apply(Dataset<ScoreFact> facts) {
    return facts
        .groupBy(ScoreFact.TEAM_ID)
        .agg(functions.max(MessageHeader.SENT_AT).as(TeamEnd.NEWEST_AT))
        .as(Records.encoder(TeamEnd.class));
  }
}
