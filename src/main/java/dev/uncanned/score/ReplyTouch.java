package dev.uncanned.score;

import java.time.Instant;

/**
 * The columns of a {@link Touch} that answers are credited by.
 *
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
    Boolean is_reply,
    Boolean first_touch,
    Boolean replied,
    ReplyClass reply_class) {

  public static final String SENDER_ID = "sender_id";
  public static final String RECIPIENT_ID = "recipient_id";
  public static final String AUTOMATIC = "automatic";
  public static final String IS_REPLY = "is_reply";

  /** The two people in either order. */
  String pair() {
    boolean ordered = sender_id.compareTo(recipient_id) < 0;
    return ordered ? sender_id + ' ' + recipient_id : recipient_id + ' ' + sender_id;
  }
}
