package dev.uncanned.score;

import java.time.Instant;

/** The columns of a {@link Touch} that the pace of a sender is told from. */
public record BurstSend(String message_id, String sender_id, Instant sent_at, boolean automatic) {

  public static final String SENDER_ID = "sender_id";
  public static final String SENT_AT = "sent_at";
  public static final String AUTOMATIC = "automatic";
}
