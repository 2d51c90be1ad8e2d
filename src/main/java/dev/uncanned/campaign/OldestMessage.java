package dev.uncanned.campaign;

import java.time.Instant;
import java.util.Comparator;

/**
 * The message that names a campaign.
 *
 * @param undated whether it has no date; such messages are the youngest
 * @param sent_at null if undated
 */
public record OldestMessage(boolean undated, Instant sent_at, String message_id) {

  public static final String UNDATED = "undated";
  public static final String SENT_AT = "sent_at";
  public static final String MESSAGE_ID = "message_id";

  static final Comparator<OldestMessage> BY_AGE =
      Comparator.comparing(OldestMessage::undated)
          .thenComparing(
              OldestMessage::sent_at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(OldestMessage::message_id);
}
