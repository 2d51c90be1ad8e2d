package dev.uncanned.archive;

import java.time.Instant;

/** Times as Windows counts them: steps of 100 nanoseconds since the year 1601. */
final class OutlookTime {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final long STEPS_PER_SECOND = 10_000_000;
  private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

  private OutlookTime() {}

  /** The time if it is one at which a mail can have been sent, to the second; else null. */
  static Instant usable(Instant time) {
    boolean usable = !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    return usable ? Instant.ofEpochSecond(time.getEpochSecond()) : null;
  }

  /** The time of a count of steps; null if no mail can have been sent then. */
  static Instant of(long steps) {
    return steps <= 0
        ? null
        : usable(Instant.ofEpochSecond(steps / STEPS_PER_SECOND - SECONDS_1601_TO_1970));
  }
}
