package dev.uncanned.mart;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.score.Defect;
import dev.uncanned.score.Relationship;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.util.List;

/** What the summaries read of a score: one row a delivery, without texts and addresses. */
public record ScoreFact(
    String message_id,
    String sender_id,
    String recipient_id,
    String dyad_id,
    String team_id,
    Direction direction,
    Channel channel,
    MessageKind kind,
    Relationship relationship,
    Instant sent_at,
    Integer touch_no,
    Boolean first_touch,
    String cluster_id,
    String campaign_id,
    Boolean mass_send,
    Integer customised_words,
    List<Defect> defects,
    Boolean replied,
    NullReason null_reason) {

  /** Whether a person wrote it and it opens the contact: the unit of the summaries. */
  boolean isFirstMessage() {
    boolean written = kind == MessageKind.MESSAGE || kind == MessageKind.GROUP;
    return written && recipient_id != null && Boolean.TRUE.equals(first_touch);
  }

  /** Whether it was long enough to be judged and sent by a person. */
  boolean isEligible() {
    return null_reason != NullReason.NO_TEXT
        && null_reason != NullReason.TOO_SHORT
        && null_reason != NullReason.AUTOMATIC
        && null_reason != NullReason.ONE_TAP;
  }

  boolean hasHardDefect() {
    return defects != null
        && defects.stream().anyMatch(defect -> defect.severity() == Defect.Severity.HARD);
  }

  /** Whether the fourth message in a row went to somebody who never answered. */
  boolean isFourthUnanswered() {
    boolean silent =
        relationship == Relationship.COLD
            || relationship == Relationship.ACCEPTED_ONLY
            || relationship == Relationship.UNKNOWN;
    return touch_no != null && touch_no == 4 && silent && !Boolean.TRUE.equals(replied);
  }
}
