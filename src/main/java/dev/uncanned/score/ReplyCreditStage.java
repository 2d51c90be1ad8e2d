package dev.uncanned.score;

import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Credits answers to the messages that got them; only pairs with an answer travel. */
public final class ReplyCreditStage {

  private static final String SEMI = "left_semi";
  private static final String LEFT = "left_outer";
  private static final String PAIR = "pair";

  private final ReplyCredits credits;

  /** A stage with the configured horizon. */
  public ReplyCreditStage(ScoreConfig config) {
    this.credits = new ReplyCredits(config);
  }

  /** One row per message and recipient that got an answer or ignored a wish to get no more. */
  public Dataset<ReplyCredit> apply(Dataset<Touch> history, Dataset<ClassedReply> classes) {
    ReplyCredits pairs = credits;
    Dataset<Row> touches =
        answered(history)
            .drop(ClassedReply.REPLY_CLASS)
            .join(classes, new String[] {ClassedReply.MESSAGE_ID}, LEFT);
    return Records.project(touches, ReplyTouch.class)
        .groupByKey((MapFunction<ReplyTouch, String>) ReplyTouch::pair, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, ReplyTouch, ReplyCredit>)
                (pair, group) -> pairs.credits(group),
            Records.encoder(ReplyCredit.class));
  }

  /** The dated messages of pairs in which somebody or a machine answered. */
  private static Dataset<ReplyTouch> answered(Dataset<Touch> history) {
    Column isReply = functions.col(ReplyTouch.IS_REPLY);
    Column unknown = functions.lit(null).cast(DataTypes.StringType);
    Dataset<ReplyTouch> dated =
        Records.project(history, ReplyTouch.class, Map.of(ClassedReply.REPLY_CLASS, unknown))
            .where(isReply.isNotNull());
    Dataset<Row> pairs =
        dated
            .where(isReply.or(functions.col(ReplyTouch.AUTOMATIC)))
            .select(pair().as(PAIR))
            .distinct();
    return dated
        .join(pairs, pair().equalTo(functions.col(PAIR)), SEMI)
        .as(Records.encoder(ReplyTouch.class));
  }

  private static Column pair() {
    Column sender = functions.col(ReplyTouch.SENDER_ID);
    Column recipient = functions.col(ReplyTouch.RECIPIENT_ID);
    return functions.concat_ws(
        " ", functions.least(sender, recipient), functions.greatest(sender, recipient));
  }
}
