package dev.uncanned.score;

/**
 * Whether one recipient of a message belongs to the audience of the offer that it carries.
 *
 * @param offer name of the offer
 */
public record OfferMatch(
    String message_id, String recipient_id, String offer, AudienceMatch audience_match) {

  public static final String MESSAGE_ID = "message_id";
  public static final String RECIPIENT_ID = "recipient_id";
  public static final String OFFER = "offer";
  public static final String AUDIENCE_MATCH = "audience_match";
}
