package dev.uncanned.campaign;

import java.time.Instant;
import java.util.List;

/**
 * The little that the campaign search needs of a message; its columns are all that travels.
 *
 * @param recipient_ids empty or null counts as one recipient that no other message has
 * @param sent_at null if undated; such messages are the youngest
 * @param masked masked tokens joined by single spaces; placeholders begin with a mathematical left
 *     angle bracket, U+27E8; not read where the text is not eligible
 * @param eligible whether the text may be scored; others are left out of the search
 */
public record SenderText(
    String message_id,
    String sender_id,
    List<String> recipient_ids,
    Instant sent_at,
    String fingerprint,
    String masked,
    boolean eligible) {

  public static final String SENDER_ID = "sender_id";
  public static final String MASKED = "masked";
  public static final String ELIGIBLE = "eligible";
}
