package dev.uncanned.campaign;

import java.time.Instant;
import java.util.Comparator;

/**
 * The message that names a campaign.
 *
 * @param undated whether it has no date; such messages are the youngest
 * @param sent_at null if undated
 */
record OldestMessage(boolean undated, Instant sent_at, String message_id) {

  static final Comparator<OldestMessage> BY_AGE =
      Comparator.comparing(OldestMessage::undated)
          .thenComparing(
              OldestMessage::sent_at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(OldestMessage::message_id);

  static OldestMessage of(Instant sent_at, String message_id) {
    return new OldestMessage(sent_at == null, sent_at, message_id);
  }
}
