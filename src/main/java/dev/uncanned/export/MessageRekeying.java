package dev.uncanned.export;

import dev.uncanned.archive.Direction;
import dev.uncanned.export.FreshIds.Kind;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Makes the row of a delivery under new ids, with shifted days, and sizes in bins. */
final class MessageRekeying implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int MOST_TOUCHES = 5;
  private static final int MOST_SENTENCES = 3;

  private final FreshIds ids;
  private final DayShift shift;

  MessageRekeying(FreshIds ids, DayShift shift) {
    this.ids = ids;
    this.shift = shift;
  }

  /**
   * @param account our side of the conversation
   */
  FreshMessage row(MessageRow message, String account, MessageScoreRow score) {
    String thread = message.thread_id() == null ? message.message_id() : message.thread_id();
    LocalDate day = shift.day(message.sent_at(), account, thread);
    return new FreshMessage(
        new ExportedMessage(
            ids.of(Kind.MESSAGE, message.message_id()),
            ids.of(Kind.THREAD, thread),
            ids.of(Kind.DYAD, message.dyad_id()),
            ids.of(Kind.PERSON, message.sender_id()),
            ids.of(Kind.PERSON, message.recipient_id()),
            ids.of(Kind.TEAM, message.team_id()),
            ids.of(Kind.ARCHIVE, message.archive_id()),
            ids.of(Kind.CLUSTER, score.cluster_id()),
            ids.of(Kind.CAMPAIGN, score.campaign_id()),
            message.direction(),
            message.channel(),
            message.kind(),
            message.relationship(),
            message.lang(),
            day == null ? null : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
            day,
            Bins.capped(message.touch_no(), MOST_TOUCHES),
            Bins.DAYS.of(message.gap_prev_d()),
            message.first_touch(),
            message.is_reply(),
            message.is_auto(),
            message.attachment_n() > 0,
            Bins.WORDS.of(message.tokens_n()),
            score.mass_send(),
            score.mass_level(),
            score.mass_evidence(),
            Bins.REACH.of(score.reach_n()),
            Bins.REACH.of(score.team_reach_n()),
            Bins.share(score.reuse_share()),
            Bins.CUSTOMISED_WORDS.of(score.customised_words()),
            Bins.share(score.customised_share()),
            Bins.share(score.custom_reused_share()),
            Bins.share(score.edit_ratio()),
            score.scope(),
            score.personal_level(),
            Bins.share(score.personal_score()),
            SpanCounts.evidence(score.evidence()),
            SpanCounts.defects(score.defects()),
            Bins.capped(score.hollow_praise_n(), MOST_SENTENCES),
            Bins.capped(score.specific_praise_n(), MOST_SENTENCES),
            score.unsolicited(),
            Bins.capped(score.unanswered_run(), MOST_TOUCHES),
            score.bare_bump(),
            score.after_opt_out(),
            score.replied(),
            Bins.HOURS.of(score.reply_latency_h()),
            score.reply_class(),
            score.confidence(),
            score.personal_null_reason(),
            score.null_reason()),
        person(message));
  }

  /** Counted only where the pair is known, so that the check can count it in the files. */
  private Long person(MessageRow message) {
    if (message.dyad_id() == null) {
      return null;
    }
    boolean inbound = Label.of(Direction.INBOUND).equals(message.direction());
    return ids.number(Kind.PERSON, inbound ? message.sender_id() : message.recipient_id());
  }
}
