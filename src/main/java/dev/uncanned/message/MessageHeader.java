package dev.uncanned.message;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a message besides its text: who, to whom, when, by which way.
 *
 * <p>People are pseudonyms here; names live in {@link Message} and in restricted tables only.
 *
 * @param message_id from content (sender, time, text), the same in every run over the same archives
 * @param thread_id from the conversation of the archive, else from the people and the subject
 * @param team_id team of the sender (outbound) or of the archive's owner (inbound); null off roster
 * @param owner_id the person whose archive it was found in
 * @param recipient_ids everybody it was sent to, in the order of the archive, without doubles; may
 *     be empty
 * @param sent_at UTC; null if {@code date_quality} is NONE
 */
public record MessageHeader(
    String message_id,
    String thread_id,
    String archive_id,
    String input_id,
    long source_row,
    Channel channel,
    MessageKind kind,
    Direction direction,
    String sender_id,
    String owner_id,
    String team_id,
    List<String> recipient_ids,
    Instant sent_at,
    DateQuality date_quality,
    boolean automatic,
    boolean bulk_headers,
    String subject_key) {

  /** Name of the column that is read on its own, where the whole header would cost too much. */
  public static final String SENT_AT = "sent_at";

  public MessageHeader {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
  }
}
