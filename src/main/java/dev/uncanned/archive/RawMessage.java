package dev.uncanned.archive;

import dev.uncanned.table.Packed;
import java.time.Instant;
import java.util.List;

/**
 * One message as one archive shows it, before people are resolved and copies are joined.
 *
 * @param input_id the input (file or folder) it was read from
 * @param archive_id the export or mailbox that the input belongs to; one owner each
 * @param source_row place in the input: ordinal of the record, from 1
 * @param direction null where the archive alone cannot say (mail: decided once the owner is known)
 * @param native_id Message-ID or the like; never used as the identity of a message
 * @param conversation_id thread id of the archive, null where it has none
 * @param sent_at sending time in UTC, null if {@code date_quality} is NONE
 * @param recipients everybody it was sent to, without the sender
 * @param body text as in the archive, decoded, not cleaned
 * @param html whether {@code body} is HTML
 * @param body_hash 128-bit hash in hex of the body with all white space collapsed to single spaces
 *     (NFC), the same for every copy of the message; where bytes of a CSV cell could not be
 *     decoded, of these bytes too, so that two texts that only look the same by U+FFFD stay two
 * @param words_hash hash of what BareWords leaves of the body, by which a copy in HTML finds one in
 *     plain text; null for chats, and where no words or not all of them are known
 * @param automatic whether headers or form say that a machine sent it
 * @param bulk_headers whether List-Unsubscribe, List-Id or Precedence mark it as bulk
 * @param attachment_n number of attached files, which are counted and not read
 * @param template_ref id of the template or the sequence step that the sales tool used; null where
 *     it names none, or is no such tool
 * @param flags what the reader had to repair, from the enum names of {@link QualityFlag}
 */
public record RawMessage(
    String input_id,
    String archive_id,
    long source_row,
    Channel channel,
    MessageKind kind,
    Direction direction,
    String native_id,
    String conversation_id,
    Instant sent_at,
    DateQuality date_quality,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    String subject,
    String body,
    boolean html,
    String body_hash,
    String words_hash,
    boolean automatic,
    boolean bulk_headers,
    int attachment_n,
    String template_ref,
    List<QualityFlag> flags) {

  public static final String ARCHIVE_ID = "archive_id";
  public static final String CHANNEL = "channel";
  public static final String SENT_AT = "sent_at";
}
