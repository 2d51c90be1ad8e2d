package dev.uncanned.score;

/**
 * What came back for one message, and whether it should have been sent at all. Messages without an
 * answer that were sent before any wish to get no more have no row.
 *
 * @param message_id the message that was answered
 * @param recipient_id who answered
 * @param reply_class what the answer says that followed before the sender's next message; null
 *     without one and where the rules are not sure
 * @param reply_to_last whether a person's answer within the horizon followed before the sender's
 *     next message, so that it is credited to this one as the last; null where {@code replied} is
 * @param first_touch_reply_class for first touches: what the recipient's first answer within the
 *     horizon says, no matter how often the sender had written by then; null for other messages
 * @param after_opt_out whether the recipient had asked for no more messages; the message that
 *     directly answers the wish does not count, and a positive answer ends it
 */
public record ReplyCredit(
    String message_id,
    String recipient_id,
    ReplyClass reply_class,
    Boolean reply_to_last,
    ReplyClass first_touch_reply_class,
    boolean after_opt_out) {

  boolean saysAnything() {
    return reply_class != null
        || Boolean.TRUE.equals(reply_to_last)
        || first_touch_reply_class != null
        || after_opt_out;
  }
}
