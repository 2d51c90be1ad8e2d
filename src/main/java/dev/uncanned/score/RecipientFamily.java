package dev.uncanned.score;

/**
 * What a recipient does.
 *
 * @param family null where no title is known
 */
public record RecipientFamily(String message_id, String recipient_id, TitleFamily family) {

  public static final String RECIPIENT_ID = "recipient_id";
  public static final String FAMILY = "family";
}
