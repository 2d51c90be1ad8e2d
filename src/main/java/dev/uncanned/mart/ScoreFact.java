package dev.uncanned.mart;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.score.Relationship;
import dev.uncanned.text.NullReason;
import java.time.Instant;

/**
 * What the summaries of senders and teams read of a score: one row a delivery, without texts and
 * addresses.
 *
 * @param unanswered_run of a follow-up, how many messages the sender had sent since the recipient
 *     last wrote, this one counted; null for others and where that is not known
 * @param hard_defect whether the text has a hard defect
 * @param profile_known whether more than a name is known of the recipient; null where nobody
 *     looked, as for texts too short to be judged
 */
public record ScoreFact(
    String sender_id,
    String recipient_id,
    String team_id,
    Direction direction,
    Channel channel,
    MessageKind kind,
    Relationship relationship,
    Instant sent_at,
    Integer unanswered_run,
    Boolean first_touch,
    String cluster_id,
    Boolean mass_send,
    Integer customised_words,
    boolean hard_defect,
    Byte personal_level,
    Boolean profile_known,
    Integer hollow_praise_n,
    Boolean bare_bump,
    Boolean after_opt_out,
    Boolean replied,
    NullReason null_reason) {

  /** The message in a row from which one who has not answered counts as left alone. */
  public static final int FOURTH = 4;

  static final String SENDER_ID = "sender_id";
  static final String TEAM_ID = "team_id";
  static final String DIRECTION = "direction";
  static final String HARD_DEFECT = "hard_defect";
  static final String PROFILE_KNOWN = "profile_known";

  /** Whether a person wrote it and it opens the contact: the unit of the summaries. */
  boolean isFirstMessage() {
    return opens(kind, recipient_id, first_touch);
  }

  /** The same of any message: it needs a recipient, since contact is with somebody. */
  static boolean opens(MessageKind kind, String recipientId, Boolean firstTouch) {
    boolean written = kind == MessageKind.MESSAGE || kind == MessageKind.GROUP;
    return written && recipientId != null && Boolean.TRUE.equals(firstTouch);
  }

  /** Whether it was long enough to be judged and sent by a person. */
  boolean isEligible() {
    return DefectRate.isJudged(null_reason);
  }

  /** Whether it is the fourth message in a row and has surely not been answered. */
  boolean isFourthUnanswered() {
    return isFourthUnanswered(unanswered_run, replied);
  }

  /** The same of any delivery. */
  static boolean isFourthUnanswered(Integer unansweredRun, Boolean replied) {
    return unansweredRun != null && unansweredRun == FOURTH && Boolean.FALSE.equals(replied);
  }
}
