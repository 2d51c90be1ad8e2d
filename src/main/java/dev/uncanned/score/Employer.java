package dev.uncanned.score;

/**
 * For whom a recipient works, as the archive of one message says.
 *
 * @param company a hash, as {@link Companies} makes it
 */
public record Employer(String message_id, String recipient_id, String company) {

  public static final String RECIPIENT_ID = "recipient_id";
}
