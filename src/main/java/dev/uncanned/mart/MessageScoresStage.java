package dev.uncanned.mart;

import dev.uncanned.score.MessageScore;
import dev.uncanned.score.OfferMatch;
import dev.uncanned.table.Records;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Lays out the scores of each delivery. */
public final class MessageScoresStage {

  private static final String OFFERED = "offered";

  private final RunStamp stamp;

  public MessageScoresStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /**
   * One row for each message and recipient.
   *
   * @param offered who got which offer; null without offers
   */
  public Dataset<MessageScoreRow> apply(Dataset<MessageScore> scores, Dataset<OfferMatch> offered) {
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(
        MessageScoreRow.DEFECTS,
        functions.transform(functions.col(MessageScore.DEFECTS), MessageScoresStage::span));
    columns.put(
        MessageScoreRow.EVIDENCE,
        functions.transform(functions.col(MessageScore.EVIDENCE), MessageScoresStage::evidence));
    if (offered == null) {
      columns.put(MessageScoreRow.OFFER, functions.lit(null).cast("string"));
      columns.put(MessageScoreRow.AUDIENCE_MATCH, functions.lit(null).cast("string"));
      return Records.project(scores, MessageScoreRow.class, columns);
    }
    columns.put(MessageScoreRow.OFFER, functions.col(OFFERED).getField(OfferMatch.OFFER));
    columns.put(
        MessageScoreRow.AUDIENCE_MATCH, functions.col(OFFERED).getField(OfferMatch.AUDIENCE_MATCH));
    return Records.project(withOffers(scores, offered), MessageScoreRow.class, columns);
  }

  private static Dataset<Row> withOffers(
      Dataset<MessageScore> scores, Dataset<OfferMatch> offered) {
    Dataset<Row> offers = offered.select(Records.whole(offered).as(OFFERED));
    Column message = functions.col(OFFERED).getField(OfferMatch.MESSAGE_ID);
    Column recipient = functions.col(OFFERED).getField(OfferMatch.RECIPIENT_ID);
    Column id = functions.col(MessageScore.HEADER).getField(OfferMatch.MESSAGE_ID);
    Column same =
        id.equalTo(message).and(functions.col(OfferMatch.RECIPIENT_ID).equalTo(recipient));
    return scores.join(offers, same, "left_outer");
  }

  private static Column span(Column defect) {
    return functions.struct(
        functions.lower(defect.getField(DefectSpan.TYPE)).as(DefectSpan.TYPE),
        functions.lower(defect.getField(DefectSpan.SEVERITY)).as(DefectSpan.SEVERITY),
        defect.getField(DefectSpan.START).as(DefectSpan.START),
        defect.getField(DefectSpan.END).as(DefectSpan.END));
  }

  private static Column evidence(Column place) {
    return functions.struct(
        functions.lower(place.getField(EvidenceSpan.TYPE)).as(EvidenceSpan.TYPE),
        place.getField(EvidenceSpan.START).as(EvidenceSpan.START),
        place.getField(EvidenceSpan.END).as(EvidenceSpan.END),
        place.getField(EvidenceSpan.VERIFIED).as(EvidenceSpan.VERIFIED));
  }
}
