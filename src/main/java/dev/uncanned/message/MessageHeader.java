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
 * @param attachment_n number of attached files
 * @param template_ref id of the template or sequence step that a sales tool names; null if none
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
    String subject_key,
    int attachment_n,
    String template_ref) {

  /** Name of the column that is read on its own, where the whole header would cost too much. */
  public static final String SENT_AT = "sent_at";

  public static final String AUTOMATIC = "automatic";

  public MessageHeader {
    recipient_ids = recipient_ids == null ? List.of() : List.copyOf(recipient_ids);
  }

  /** The same without its recipients. */
  public MessageHeader addressedToNobody() {
    return new MessageHeader(
        message_id,
        thread_id,
        archive_id,
        input_id,
        source_row,
        channel,
        kind,
        direction,
        sender_id,
        owner_id,
        team_id,
        List.of(),
        sent_at,
        date_quality,
        automatic,
        bulk_headers,
        subject_key,
        attachment_n,
        template_ref);
  }
}
