package dev.uncanned.mart;

import dev.uncanned.message.MessageHeader;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out what is known of each delivery besides its scores. */
public final class MessagesStage {

  private final RunStamp stamp;

  public MessagesStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message and recipient. */
  public Dataset<MessageRow> apply(Dataset<MessageScore> scores) {
    RunStamp run = stamp;
    return scores.map(
        (MapFunction<MessageScore, MessageRow>) score -> row(score, run),
        Records.encoder(MessageRow.class));
  }

  private static MessageRow row(MessageScore score, RunStamp run) {
    MessageHeader header = score.header();
    return new MessageRow(
        header.message_id(),
        header.thread_id(),
        score.dyad_id(),
        header.sender_id(),
        score.recipient_id(),
        header.team_id(),
        header.archive_id(),
        Label.of(header.channel()),
        Label.of(header.direction()),
        Label.of(header.kind()),
        Label.of(score.relationship()),
        header.sent_at(),
        Label.of(header.date_quality()),
        score.tokens_n(),
        score.chars_n(),
        score.lang(),
        score.lang_conf(),
        score.touch_no(),
        score.gap_prev_d(),
        score.first_touch(),
        score.is_reply(),
        header.automatic(),
        header.subject_key(),
        header.input_id(),
        header.source_row(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
