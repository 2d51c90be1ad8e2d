package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.text.NullReason;
import java.util.EnumSet;
import java.util.Set;

/** Of which deliveries the rate of defects is made, for those who read scores without summaries. */
public final class DefectRate {

  private static final Set<NullReason> NOT_JUDGED =
      EnumSet.of(
          NullReason.NO_TEXT, NullReason.TOO_SHORT, NullReason.AUTOMATIC, NullReason.ONE_TAP);

  private DefectRate() {}

  /** Whether a text without scores for a reason, or with scores, was read for defects. */
  static boolean isJudged(NullReason nullReason) {
    return nullReason == null || !NOT_JUDGED.contains(nullReason);
  }

  /** Whether it is a first message of ours, long enough to be judged and sent by a person. */
  public static boolean counts(
      Direction direction,
      MessageKind kind,
      String recipientId,
      Boolean firstTouch,
      NullReason nullReason) {
    return direction == Direction.OUTBOUND
        && isJudged(nullReason)
        && ScoreFact.opens(kind, recipientId, firstTouch);
  }
}
