package dev.uncanned.message;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.table.Packed;
import java.time.Instant;
import java.util.List;

/** What is read of a raw message to find its copies: everything but the text. */
public record CopySource(
    String input_id,
    String archive_id,
    long source_row,
    Channel channel,
    Direction direction,
    String conversation_id,
    Instant sent_at,
    DateQuality date_quality,
    @Packed Contact sender,
    @Packed List<Contact> recipients,
    boolean html,
    String body_hash,
    String words_hash) {

  /** Names of the columns by which occurrences that may be copies are found. */
  public static final String BODY_HASH = "body_hash";

  public static final String WORDS_HASH = "words_hash";

  public static final String SENT_AT = "sent_at";

  /** What occurrences of one message have in common of their texts, in whatever form. */
  String textKey() {
    return words_hash == null ? body_hash : words_hash;
  }
}
