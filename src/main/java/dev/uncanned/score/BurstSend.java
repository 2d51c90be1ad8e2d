package dev.uncanned.score;

import dev.uncanned.archive.DateQuality;
import java.time.Instant;

/** The columns of a {@link Touch} that the pace of a sender is told from. */
public record BurstSend(
    String message_id,
    String sender_id,
    Instant sent_at,
    DateQuality date_quality,
    boolean automatic) {

  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  public static final String SENDER_ID = "sender_id";
  public static final String SENT_AT = "sent_at";
  public static final String AUTOMATIC = "automatic";

  /** Whether the archive gives a day without a time of day: midnight, there or in UTC. */
  boolean hasOnlyADay() {
    long at = sent_at.toEpochMilli();
    return switch (date_quality) {
      case FALLBACK -> at % MINUTE == 0;
      case MINUTE -> at % DAY == 0;
      case SECOND, NONE -> false;
    };
  }
}
