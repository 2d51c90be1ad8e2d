package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Scans each text for defects and puts all that was measured of a message side by side.
 *
 * <p>Texts do not travel: what is joined by message is narrow and without recipients.
 */
public final class ScoreStage {

  private static final String LEFT = "left_outer";
  private static final String INNER = "inner";

  /** One sort serves all joins, while a broadcast would gather every row in one place. */
  private static final String SORTED = "merge";

  private final DefectScanner scanner;
  private final Praise praise = new Praise();
  private final ScoreAssembly assembly;

  /** A stage with the configured rules for defects and mass sends. */
  public ScoreStage(ScoreConfig config) {
    this.scanner = new DefectScanner(config);
    this.assembly = new ScoreAssembly(config);
  }

  /**
   * The scores: one row per message and recipient, one with a null recipient where none is named.
   */
  public Dataset<MessageScore> apply(
      Dataset<TextDocument> documents,
      Dataset<Touch> history,
      Dataset<FamilyReach> reaches,
      Dataset<Customised> customised,
      Dataset<ReusedCustom> reused,
      Dataset<Personal> personal,
      Dataset<FollowUp> followUps,
      Dataset<ReplyCredit> credits,
      Dataset<FoundLeaks> leaks) {
    ScoreAssembly messages = assembly;
    String[] message = {Touch.MESSAGE_ID};
    // Partitioned by message for all joins, those by message and recipient too.
    Dataset<Row> touches = as(Measured.TOUCH, history).repartition(functions.col(Touch.MESSAGE_ID));
    Dataset<Row> measured =
        withPairs(touches, personal, followUps, credits, leaks)
            .join(facts(documents), message, INNER)
            .join(reaches(Measured.TEMPLATE, Scope.TEMPLATE, reaches), message, LEFT)
            .join(reaches(Measured.CAMPAIGN, Scope.CAMPAIGN, reaches), message, LEFT)
            .join(as(Measured.CUSTOMISED, judged(customised)), message, LEFT)
            .join(as(Measured.REUSED, reused), message, LEFT);
    return Records.project(measured, Measured.class)
        .map(
            (MapFunction<Measured, MessageScore>) messages::score,
            Records.encoder(MessageScore.class));
  }

  /** Adds what is told of the two people of a message. */
  private static Dataset<Row> withPairs(
      Dataset<Row> touches,
      Dataset<Personal> personal,
      Dataset<FollowUp> followUps,
      Dataset<ReplyCredit> credits,
      Dataset<FoundLeaks> leaks) {
    Dataset<Row> joined = pair(touches, Measured.PERSONAL, personal);
    joined = pair(joined, Measured.FOLLOW_UP, followUps);
    joined = pair(joined, Measured.CREDIT, credits);
    return pair(joined, Measured.LEAKS, leaks);
  }

  /** Joins rows of a message and a recipient as one column of that name. */
  private static Dataset<Row> pair(Dataset<Row> touches, String name, Dataset<?> rows) {
    String rightMessage = name + "_message";
    String rightRecipient = name + "_recipient";
    Dataset<Row> right =
        rows.select(
                functions.col(Touch.MESSAGE_ID).as(rightMessage),
                functions.col(Personal.RECIPIENT_ID).as(rightRecipient),
                Records.whole(rows).as(name))
            .hint(SORTED);
    Column recipient =
        functions.col(Measured.TOUCH).getField(Touch.SEND).getField(Personal.RECIPIENT_ID);
    Column same =
        functions
            .col(Touch.MESSAGE_ID)
            .equalTo(functions.col(rightMessage))
            .and(recipient.eqNullSafe(functions.col(rightRecipient)));
    return touches.join(right, same, LEFT).drop(rightMessage, rightRecipient);
  }

  private Dataset<Row> facts(Dataset<TextDocument> documents) {
    DefectScanner defects = scanner;
    Praise sentences = praise;
    Dataset<MessageFacts> facts =
        Records.project(documents, ScannedColumns.class)
            .map(
                (MapFunction<ScannedColumns, MessageFacts>)
                    text -> MessageFacts.of(text, defects.scan(text), praise(text, sentences)),
                Records.encoder(MessageFacts.class));
    Column id = functions.col(MessageFacts.HEADER).getField(Touch.MESSAGE_ID);
    return facts
        .select(id.as(Touch.MESSAGE_ID), Records.whole(facts).as(Measured.FACTS))
        .hint(SORTED);
  }

  private static PraiseFound praise(ScannedColumns text, Praise praise) {
    boolean judged = text.eligible();
    return judged ? praise.find(text.text(), text.lang(), text.sender(), text.recipients()) : null;
  }

  private static Dataset<JudgedWords> judged(Dataset<Customised> customised) {
    return Records.project(customised, JudgedWords.class);
  }

  private static Dataset<Row> reaches(String name, Scope scope, Dataset<FamilyReach> reaches) {
    return as(name, reaches.where(functions.col(FamilyReach.SCOPE).equalTo(scope.name())));
  }

  /** The rows as one column of that name beside the id of their message. */
  private static Dataset<Row> as(String name, Dataset<?> rows) {
    return rows.select(functions.col(Touch.MESSAGE_ID), Records.whole(rows).as(name)).hint(SORTED);
  }
}
