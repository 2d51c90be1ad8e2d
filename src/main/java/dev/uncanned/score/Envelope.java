package dev.uncanned.score;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;
import java.util.List;

/**
 * The columns of a message that its history and its reach need: who wrote when, to whom.
 *
 * @param recipient_ids may be empty or null
 * @param sent_at null if not known
 */
public record Envelope(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    String team_id,
    String archive_id,
    Channel channel,
    MessageKind kind,
    Direction direction,
    Instant sent_at,
    DateQuality date_quality,
    boolean automatic) {

  public static final String ARCHIVE_ID = "archive_id";
  public static final String SENT_AT = "sent_at";
}
