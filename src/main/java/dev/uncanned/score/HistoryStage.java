package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/**
 * Gives each message to each recipient its place in what the two people wrote to each other.
 *
 * <p>Only headers travel, pair by pair; each carries its template and its campaign, so that nobody
 * behind has to look them up again.
 */
public final class HistoryStage {

  private static final String LEFT = "left_outer";

  private final ContactHistory history;

  /**
   * A stage for one run.
   *
   * @param asOf end of the time under review: younger messages wait for their answers
   */
  public HistoryStage(ScoreConfig config, Instant asOf) {
    this.history = new ContactHistory(config, asOf);
  }

  /**
   * One touch per message and recipient; one with a null recipient where none is named.
   *
   * @param spans of all archives with a dated message
   */
  public Dataset<Touch> apply(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<ArchiveSpan> spans) {
    ContactHistory pairs = history;
    return labelled(Records.project(documents, Envelope.class), members, spans)
        .flatMap(
            (FlatMapFunction<LabelledEnvelope, Send>) envelope -> Send.of(envelope).iterator(),
            Records.packedEncoder(Send.class))
        .groupByKey((MapFunction<Send, String>) Send::pair, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Send, Touch>) (pair, sends) -> pairs.touches(sends),
            Records.encoder(Touch.class));
  }

  private static Dataset<LabelledEnvelope> labelled(
      Dataset<Envelope> envelopes, Dataset<CampaignMember> members, Dataset<ArchiveSpan> spans) {
    return Records.project(
        envelopes
            .join(members, new String[] {CampaignMember.MESSAGE_ID}, LEFT)
            .join(functions.broadcast(spans), new String[] {Envelope.ARCHIVE_ID}, LEFT),
        LabelledEnvelope.class);
  }
}
