package dev.uncanned.mart;

import dev.uncanned.score.Defect;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out the scores of each delivery. */
public final class MessageScoresStage {

  private final RunStamp stamp;

  public MessageScoresStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message and recipient. */
  public Dataset<MessageScoreRow> apply(Dataset<MessageScore> scores) {
    RunStamp run = stamp;
    return scores.map(
        (MapFunction<MessageScore, MessageScoreRow>) score -> row(score, run),
        Records.encoder(MessageScoreRow.class));
  }

  private static MessageScoreRow row(MessageScore score, RunStamp run) {
    return new MessageScoreRow(
        score.header().message_id(),
        score.recipient_id(),
        score.dyad_id(),
        score.header().sender_id(),
        Label.of(score.header().direction()),
        score.cluster_id(),
        score.campaign_id(),
        score.mass_send(),
        score.reuse_share(),
        score.reach_n(),
        score.team_reach_n(),
        score.mass_level(),
        Label.of(score.mass_evidence()),
        score.customised_words(),
        score.customised_share(),
        null,
        null,
        Label.of(score.scope()),
        null,
        null,
        null,
        null,
        spans(score.defects()),
        null,
        null,
        score.unsolicited(),
        null,
        score.replied(),
        score.reply_latency_h(),
        null,
        null,
        score.confidence() == null ? null : score.confidence().name(),
        Label.of(score.null_reason()),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }

  private static List<DefectSpan> spans(List<Defect> defects) {
    return defects.stream()
        .map(
            defect ->
                new DefectSpan(
                    Label.of(defect.type()),
                    Label.of(defect.severity()),
                    defect.start(),
                    defect.end()))
        .toList();
  }
}
