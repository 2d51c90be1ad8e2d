package dev.uncanned.score;

import java.time.Instant;

/**
 * One message of a sender to a recipient whom he wrote to again.
 *
 * @param touch_no null for automatic messages
 * @param words the different words of the text as {@link WordBag} packs them; null if not known
 */
public record FollowUpTouch(
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    Integer touch_no,
    Boolean is_reply,
    byte[] words) {

  public static final String SENDER_ID = "sender_id";
  public static final String RECIPIENT_ID = "recipient_id";
  public static final String TOUCH_NO = "touch_no";
  public static final String IS_REPLY = "is_reply";

  /** The two people, in this direction. */
  String dyad() {
    return sender_id + ' ' + recipient_id;
  }
}
