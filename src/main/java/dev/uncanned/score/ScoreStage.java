package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Hard defects of these types name somebody else. */
  private static final Object[] WRONG_PERSON = {
    Defect.Type.WRONG_NAME.name(),
    Defect.Type.LEAKED_NAME.name(),
    Defect.Type.LEAKED_ORG.name(),
    Defect.Type.ROW_SHIFT.name()
  };

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
    Dataset<Row> measured =
        as(Measured.TOUCH, history)
            .join(facts(documents), message, INNER)
            .join(reaches(Measured.TEMPLATE, Scope.TEMPLATE, reaches), message, LEFT)
            .join(reaches(Measured.CAMPAIGN, Scope.CAMPAIGN, reaches), message, LEFT)
            .join(as(Measured.CUSTOMISED, judged(customised)), message, LEFT)
            .join(as(Measured.REUSED, reused), message, LEFT);
    Dataset<MessageScore> scores =
        Records.project(measured, Measured.class)
            .map(
                (MapFunction<Measured, MessageScore>) messages::score,
                Records.encoder(MessageScore.class));
    return withPairs(scores, personal, followUps, credits, leaks);
  }

  /** Fills in what is told of the two people of a message. */
  private static Dataset<MessageScore> withPairs(
      Dataset<MessageScore> scores,
      Dataset<Personal> personal,
      Dataset<FollowUp> followUps,
      Dataset<ReplyCredit> credits,
      Dataset<FoundLeaks> leaks) {
    Dataset<Row> joined = scores.toDF();
    Map<String, Column> filled = new HashMap<>();
    joined = pair(joined, "personal", personal, Personal.SCORED, filled);
    joined = pair(joined, "follow_up", followUps, FollowUp.SCORED, filled);
    joined = pair(joined, "credit", credits, ReplyCredit.SCORED, filled);
    joined = pair(joined, "leak", leaks, FoundLeaks.SCORED, filled);
    Column defects = defects(filled.get(FoundLeaks.LEAKS));
    filled.put(MessageScore.DEFECTS, defects);
    Column wrong =
        functions.exists(defects, defect -> defect.getField(Defect.TYPE).isin(WRONG_PERSON));
    Column score = filled.get(Personal.PERSONAL_SCORE);
    filled.put(
        Personal.PERSONAL_SCORE,
        functions.when(score.isNotNull().and(wrong), functions.lit(0f)).otherwise(score));
    return Records.project(joined, MessageScore.class, filled);
  }

  /** The defects of the text, and what its template shows of them: a wrong name may be leaked. */
  private static Column defects(Column leaks) {
    Column own = functions.col(MessageScore.DEFECTS);
    Column others =
        functions.filter(
            own,
            defect ->
                functions.not(
                    functions.exists(
                        leaks,
                        leak ->
                            leak.getField(Defect.START)
                                .equalTo(defect.getField(Defect.START))
                                .and(
                                    defect
                                        .getField(Defect.TYPE)
                                        .equalTo(functions.lit(Defect.Type.WRONG_NAME.name()))))));
    return functions.when(leaks.isNull(), own).otherwise(functions.concat(others, leaks));
  }

  /** Joins rows of a message and a recipient, whose columns are to fill those of the scores. */
  private static Dataset<Row> pair(
      Dataset<Row> scores,
      String name,
      Dataset<?> rows,
      List<String> columns,
      Map<String, Column> filled) {
    Dataset<Row> right =
        rows.select(
                functions.col(Touch.MESSAGE_ID).as(name + "_message"),
                functions.col(Personal.RECIPIENT_ID).as(name + "_recipient"),
                Records.whole(rows).as(name))
            .hint(SORTED);
    columns.forEach(column -> filled.put(column, functions.col(name).getField(column)));
    Column message = functions.col(MessageScore.HEADER).getField(Touch.MESSAGE_ID);
    return scores.join(
        right,
        message
            .equalTo(functions.col(name + "_message"))
            .and(
                functions
                    .col(Personal.RECIPIENT_ID)
                    .eqNullSafe(functions.col(name + "_recipient"))),
        LEFT);
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
