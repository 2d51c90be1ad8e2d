package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Compares follow-ups with what the sender had written to the recipient before.
 *
 * <p>Of texts the different words travel, packed, and behind the join with the history only those
 * of people who were written to more than once.
 */
public final class FollowUpStage {

  private static final String SEMI = "left_semi";
  private static final String LEFT = "left_outer";

  private final FollowUps followUps = new FollowUps();

  /** One row per follow-up and recipient. */
  public Dataset<FollowUp> apply(Dataset<TextDocument> documents, Dataset<Touch> history) {
    FollowUps dyads = followUps;
    Dataset<BaggedText> bags =
        Records.project(documents, PlainMasked.class)
            .map(
                (MapFunction<PlainMasked, BaggedText>) BaggedText::of,
                Records.encoder(BaggedText.class));
    Dataset<Row> touches =
        followed(history).drop(BaggedText.WORDS).join(bags, new String[] {Touch.MESSAGE_ID}, LEFT);
    return Records.project(touches, FollowUpTouch.class)
        .groupByKey((MapFunction<FollowUpTouch, String>) FollowUpTouch::dyad, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, FollowUpTouch, FollowUp>)
                (dyad, group) -> dyads.of(group),
            Records.encoder(FollowUp.class));
  }

  /** The messages of senders to recipients whom they wrote to again without an answer. */
  private static Dataset<Row> followed(Dataset<Touch> history) {
    Column number = functions.col(FollowUpTouch.TOUCH_NO);
    Column unknown = functions.lit(null).cast(DataTypes.BinaryType);
    Dataset<FollowUpTouch> touches =
        Records.project(history, FollowUpTouch.class, Map.of(BaggedText.WORDS, unknown))
            .where(number.isNotNull());
    String[] dyad = {FollowUpTouch.SENDER_ID, FollowUpTouch.RECIPIENT_ID};
    Dataset<Row> followed =
        touches
            .where(number.gt(1).and(functions.not(functions.col(FollowUpTouch.IS_REPLY))))
            .select(functions.col(dyad[0]), functions.col(dyad[1]))
            .distinct();
    return touches.join(followed, dyad, SEMI);
  }
}
