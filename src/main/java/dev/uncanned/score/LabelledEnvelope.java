package dev.uncanned.score;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;
import java.util.List;

/**
 * An {@link Envelope} with the template and the campaign of its message and the time that its
 * archive covers.
 *
 * @param cluster_id null for an empty text
 * @param campaign_id null without one
 * @param reuse_share share of recurring phrases, null if not known
 * @param archive_start oldest dated message of the archive, null without any
 * @param archive_end newest dated message of the archive, null without any
 */
public record LabelledEnvelope(
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
    boolean automatic,
    String cluster_id,
    String campaign_id,
    Float reuse_share,
    Instant archive_start,
    Instant archive_end) {}
