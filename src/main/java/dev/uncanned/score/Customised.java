package dev.uncanned.score;

/**
 * How much of one message was written for its recipient alone.
 *
 * @param customised_words null where the scope has too few members to say
 * @param customised_share customised words / tokens that are no placeholder; null as above and for
 *     a text of placeholders only
 * @param scope null where the scope has too few members
 * @param confidence null where the scope has too few members
 */
public record Customised(
    String message_id,
    Integer customised_words,
    Float customised_share,
    Scope scope,
    Confidence confidence) {

  public static final String MESSAGE_ID = "message_id";
}
