package dev.uncanned.score;

import java.time.Instant;

/**
 * The columns of a {@link Touch} that answers are credited by.
 *
 * @param heard_back whether the recipient had written since the sender's message before, however
 *     long ago
 * @param replied within the horizon, null right-censored
 * @param reply_class what it says if it is an answer; null if not sure
 */
public record ReplyTouch(
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    boolean automatic,
    Integer touch_no,
    Boolean heard_back,
    Boolean first_touch,
    Boolean replied,
    ReplyClass reply_class) {

  static ReplyTouch of(Touch touch, ReplyClass says) {
    Send send = touch.send();
    return new ReplyTouch(
        send.message_id(),
        send.sender_id(),
        send.recipient_id(),
        send.sent_at(),
        send.automatic(),
        touch.touch_no(),
        touch.heard_back(),
        touch.first_touch(),
        touch.replied(),
        says);
  }
}
