package dev.uncanned.export;

import dev.uncanned.export.FreshIds.Kind;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Cuts times to days and shifts these by some days, all of a conversation by the same.
 *
 * <p>Half of the range is drawn for each account and half for each conversation. With the second
 * alone the mean over a campaign of one day would tell the day; with the first alone one known date
 * would undo the shift of everything an account sent.
 */
final class DayShift implements Serializable {

  private static final long serialVersionUID = 1L;

  private final FreshIds ids;
  private final int accountDays;
  private final int threadDays;

  /**
   * @param days most days by which anything is shifted, to either side
   */
  DayShift(FreshIds ids, int days) {
    this.ids = ids;
    this.accountDays = days / 2;
    this.threadDays = days - accountDays;
  }

  /** The shifted day, UTC; null for null. */
  LocalDate day(Instant time, String account, String thread) {
    return time == null
        ? null
        : time.atZone(ZoneOffset.UTC).toLocalDate().plusDays(days(account, thread));
  }

  /** Days by which all of a conversation is shifted. */
  long days(String account, String thread) {
    return drawn(Kind.ACCOUNT_SHIFT, account, accountDays)
        + drawn(Kind.THREAD_SHIFT, thread, threadDays);
  }

  private long drawn(Kind kind, String of, int most) {
    Long number = ids.number(kind, of);
    return number == null ? 0 : Math.floorMod(number, 2L * most + 1) - most;
  }
}
