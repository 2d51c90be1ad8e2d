package dev.uncanned.score;

import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Puts beside each delivery what its template and its campaign say of it, and makes its score.
 *
 * <p>What is joined is narrow and should be written tables, whose size Spark knows: small ones go
 * to all tasks, so that the deliveries stay where they are.
 */
public final class ScoreStage {

  private static final String LEFT = "left_outer";

  private final ScoreAssembly assembly;

  /** A stage with the configured rule for mass sends. */
  public ScoreStage(ScoreConfig config) {
    this.assembly = new ScoreAssembly(config);
  }

  /** The scores: one row for each delivery. */
  public Dataset<MessageScore> apply(
      Dataset<Delivery> deliveries,
      Dataset<FamilyReach> reaches,
      Dataset<ReusedCustom> reused,
      Dataset<FoundLeaks> leaks) {
    ScoreAssembly messages = assembly;
    String[] message = {Touch.MESSAGE_ID};
    Dataset<Row> measured =
        withLeaks(deliveries.toDF(), leaks)
            .join(reaches(Measured.TEMPLATE, Scope.TEMPLATE, reaches), message, LEFT)
            .join(reaches(Measured.CAMPAIGN, Scope.CAMPAIGN, reaches), message, LEFT)
            .join(as(Measured.REUSED, reused), message, LEFT);
    return Records.project(measured, Measured.class)
        .map(
            (MapFunction<Measured, MessageScore>) messages::score,
            Records.encoder(MessageScore.class));
  }

  private static Dataset<Row> withLeaks(Dataset<Row> deliveries, Dataset<FoundLeaks> leaks) {
    String leakMessage = "leak_message";
    String leakRecipient = "leak_recipient";
    Dataset<Row> right =
        leaks.select(
            functions.col(Touch.MESSAGE_ID).as(leakMessage),
            functions.col(Personal.RECIPIENT_ID).as(leakRecipient),
            Records.whole(leaks).as(Measured.LEAKS));
    Column recipient =
        functions.col(Measured.TOUCH).getField(Touch.SEND).getField(Personal.RECIPIENT_ID);
    Column same =
        functions
            .col(Touch.MESSAGE_ID)
            .equalTo(functions.col(leakMessage))
            .and(recipient.eqNullSafe(functions.col(leakRecipient)));
    return deliveries.join(right, same, LEFT).drop(leakMessage, leakRecipient);
  }

  private static Dataset<Row> reaches(String name, Scope scope, Dataset<FamilyReach> reaches) {
    return as(name, reaches.where(functions.col(FamilyReach.SCOPE).equalTo(scope.name())));
  }

  /** The rows as one column of that name beside the id of their message. */
  private static Dataset<Row> as(String name, Dataset<?> rows) {
    return rows.select(functions.col(Touch.MESSAGE_ID), Records.whole(rows).as(name));
  }
}
