package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Tells for each message with a configured offer whether its recipients are meant by it. Texts
 * travel; without offers the stage is not worth running.
 */
public final class OfferStage {

  private static final String LEFT = "left_outer";
  private static final String MEMBER = "member";

  private final OfferAudience audience;

  /** A stage with the configured offers. */
  public OfferStage(OfferConfig config) {
    this.audience = new OfferAudience(config);
  }

  /** One row per recipient of a message with an offer. */
  public Dataset<OfferMatch> apply(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    OfferAudience offers = audience;
    Column id = functions.col(TextDocument.HEADER).getField(CampaignMember.MESSAGE_ID);
    Dataset<Row> labelled =
        documents.join(
            members.withColumnRenamed(CampaignMember.MESSAGE_ID, MEMBER),
            id.equalTo(functions.col(MEMBER)),
            LEFT);
    return Records.project(labelled, OfferedText.class)
        .flatMap(
            (FlatMapFunction<OfferedText, OfferMatch>) text -> offers.matches(text).iterator(),
            Records.encoder(OfferMatch.class));
  }
}
