package dev.uncanned.score;

/**
 * For whom a sender works, as most of the sender's messages say that say it.
 *
 * @param company a hash, as {@link Companies} makes it
 */
public record SenderCompany(String sender_id, String company) {

  public static final String SENDER_ID = "sender_id";
  public static final String COMPANY = "company";
}
