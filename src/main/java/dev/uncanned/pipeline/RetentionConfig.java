package dev.uncanned.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How long messages and their texts are kept.
 *
 * @param messages_days messages sent longer before the as-of day are left out of tables and state;
 *     0: no limit
 * @param texts_days texts of messages sent longer before the as-of day are not published; 0: no
 *     limit
 */
public record RetentionConfig(int messages_days, int texts_days) {

  /** Everything is kept. */
  static final RetentionConfig UNLIMITED = new RetentionConfig(0, 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and what is allowed
   */
  public RetentionConfig {
    requireDays("retention.messages_days", messages_days);
    requireDays("retention.texts_days", texts_days);
  }

  private static void requireDays(String key, int days) {
    if (days < 0) {
      throw new IllegalArgumentException(key + " is " + days + ", but must be 0 or more");
    }
  }

  /**
   * Messages sent before are left out: the beginning of the month in which the time is over, so
   * that archives are read anew once a month and not every night. Null for no limit.
   *
   * @param asOf day up to which the run looks, as it was asked; null if it was not
   * @throws UserException if there is a limit and the day is null
   */
  Instant oldestMessage(LocalDate asOf) {
    if (messages_days == 0) {
      return null;
    }
    if (asOf == null) {
      throw new UserException(
          ExitCode.CONFIG, "retention.messages_days counts back from --as-of; give that day");
    }
    return asOf.minusDays(messages_days).withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Texts sent before are not published; null for no limit. */
  Instant oldestText(LocalDate asOf) {
    return texts_days == 0
        ? null
        : asOf.minusDays(texts_days).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
