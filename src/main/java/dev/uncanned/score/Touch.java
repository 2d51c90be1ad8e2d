package dev.uncanned.score;

/**
 * One send and its place in the history of its two people; all nullable components are null where a
 * person or the time is not known, and those that say who answered whom also where both wrote at
 * the same instant.
 *
 * @param touch_no 1 for the sender's first message to the recipient; null for automatic ones
 * @param gap_prev_d days since the sender's previous message to the recipient
 * @param is_reply whether the recipient had written since that message, and lately enough to have
 *     prompted this one
 * @param first_touch whether it is the first touch and no answer
 * @param unsolicited cold, and the recipient had never written; null left-censored
 * @param replied whether an answer came within the horizon; null right-censored
 * @param reply_latency_h hours until that answer, null without one
 * @param heard_back whether the recipient had written since the sender's message before, however
 *     long ago
 */
public record Touch(
    String message_id,
    Send send,
    Relationship relationship,
    Integer touch_no,
    Float gap_prev_d,
    Boolean is_reply,
    Boolean first_touch,
    Boolean unsolicited,
    Boolean replied,
    Float reply_latency_h,
    Boolean heard_back) {

  public static final String MESSAGE_ID = "message_id";
  public static final String SEND = "send";

  /** A send that has no history because a person or the time is not known. */
  static Touch unknown(Send send) {
    return new Touch(
        send.message_id(), send.settled(), null, null, null, null, null, null, null, null, null);
  }
}
