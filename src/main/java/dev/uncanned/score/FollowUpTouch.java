package dev.uncanned.score;

import java.time.Instant;

/**
 * One message of a sender to a recipient whom he wrote to again.
 *
 * @param touch_no null for automatic messages
 * @param heard_back whether the recipient had written since the message before, however long ago
 * @param words the different words of the text as {@link WordBag} packs them; null if not known
 */
public record FollowUpTouch(
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    Integer touch_no,
    Boolean heard_back,
    byte[] words) {

  static FollowUpTouch of(Touch touch, byte[] words) {
    Send send = touch.send();
    return new FollowUpTouch(
        send.message_id(),
        send.sender_id(),
        send.recipient_id(),
        send.sent_at(),
        touch.touch_no(),
        touch.heard_back(),
        words);
  }

  /** The two people, in this direction. */
  String dyad() {
    return sender_id + ' ' + recipient_id;
  }
}
