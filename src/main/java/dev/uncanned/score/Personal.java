package dev.uncanned.score;

import java.util.List;

/**
 * How far one message speaks of its one recipient.
 *
 * @param personal_level 0 nothing of the recipient, 1 merge fields only, 2 words for the
 *     recipient's role, industry or place, 3 something specific that cannot be verified, 4
 *     something specific that the archives know to be true of the recipient; null where it is
 *     unknown
 * @param text_level the level that the text reaches whatever is known of the recipient: 0, 1 or 3;
 *     null where the customised words are unknown
 * @param personal_score 0 to 1, from the evidence by fixed weights; null where the level is
 * @param id_bits how well the verified references tell the recipient from other recipients, in
 *     bits: 0 if they fit everybody, 1 if they fit every second; null with unverified references
 *     only, where the level is null, and where too few recipients are known
 * @param evidence the places in the text that show it, in order
 * @param profile_fields_n fields known of the recipient, the name being one
 * @param personal_null_reason why the level is null; null if it is not
 */
public record Personal(
    String message_id,
    String recipient_id,
    Byte personal_level,
    Byte text_level,
    Float personal_score,
    Float id_bits,
    List<Evidence> evidence,
    Integer profile_fields_n,
    Unknown personal_null_reason) {

  public static final String RECIPIENT_ID = "recipient_id";

  /** Why the personal level of a message is not known. */
  public enum Unknown {
    /** Too few copies to tell customised words from the template's. */
    FEW_COPIES,
    /** Nothing but a name is known of the recipient, so nothing could be verified. */
    NO_PROFILE,
    /** The archive does not name the recipient. */
    NO_RECIPIENT
  }

  public Personal {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
