package dev.uncanned.score;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Counts for each message whom its template and its campaign reached, family by family. */
public final class ReachStage {

  private final Reach reach;

  /** A stage with the configured window. */
  public ReachStage(ScoreConfig config) {
    this.reach = new Reach(config);
  }

  /**
   * One row per message and kind of family; none for a message that nobody wrote by hand.
   *
   * @param history of all messages, with their templates and campaigns
   */
  public Dataset<FamilyReach> apply(Dataset<Touch> history) {
    Reach families = reach;
    return Records.project(history, TouchColumns.class)
        .flatMap(
            (FlatMapFunction<TouchColumns, FamilySend>) touch -> FamilySend.of(touch).iterator(),
            Records.packedEncoder(FamilySend.class))
        .groupByKey((MapFunction<FamilySend, String>) FamilySend::family, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, FamilySend, FamilyReach>)
                (family, sends) -> families.reaches(sends),
            Records.encoder(FamilyReach.class));
  }
}
