package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Decides, once for a file, whether its dates begin with the day or with the month.
 *
 * <p>A number above 12 decides, whichever place has more of them. Without one the order decides in
 * which fewer messages are older than the one before. If that is level, the day comes first, which
 * is certain for dates with dots and hyphens and a guess for those with slashes.
 */
final class WhatsAppDates {

  private long daysFirst;
  private long daysSecond;
  private long stepsBackDayFirst;
  private long stepsBackMonthFirst;
  private long lastDayFirst = Long.MIN_VALUE;
  private long lastMonthFirst = Long.MIN_VALUE;
  private boolean slashes;

  /** Takes in the date of a message. */
  void show(WhatsAppLine line) {
    if (line.yearFirst()) {
      return;
    }
    slashes |= line.dateSign() == '/';
    daysFirst += line.first() > 12 ? 1 : 0;
    daysSecond += line.second() > 12 ? 1 : 0;
    long dayFirst = place(line, line.second(), line.first());
    long monthFirst = place(line, line.first(), line.second());
    stepsBackDayFirst += dayFirst < lastDayFirst ? 1 : 0;
    stepsBackMonthFirst += monthFirst < lastMonthFirst ? 1 : 0;
    lastDayFirst = dayFirst;
    lastMonthFirst = monthFirst;
  }

  private static long place(WhatsAppLine line, int month, int day) {
    long date = (line.year() * 100L + month) * 100 + day;
    return (date * 100 + line.hourOfDay()) * 100 + line.minute();
  }

  private boolean isMonthFirst() {
    if (daysFirst != daysSecond) {
      return daysSecond > daysFirst;
    }
    return stepsBackMonthFirst < stepsBackDayFirst;
  }

  private boolean isGuess() {
    return slashes && daysFirst == daysSecond && stepsBackMonthFirst == stepsBackDayFirst;
  }

  /** The time of a message as the clock of the phone showed it, taken as UTC; null if none. */
  Instant time(WhatsAppLine line) {
    boolean swapped = !line.yearFirst() && isMonthFirst();
    int month = line.yearFirst() || !swapped ? line.second() : line.first();
    int day = line.yearFirst() ? line.third() : swapped ? line.second() : line.first();
    try {
      int second = Math.min(line.secondOfMinute(), 59);
      LocalDateTime clock =
          LocalDateTime.of(line.year(), month, day, line.hourOfDay(), line.minute(), second);
      return ChatText.plausible(clock.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** How well that time is known. */
  DateQuality quality(WhatsAppLine line) {
    if (time(line) == null) {
      return DateQuality.NONE;
    }
    boolean guess = !line.yearFirst() && isGuess() && line.first() != line.second();
    boolean half = line.half() == WhatsAppLine.Half.UNKNOWN;
    return guess || half ? DateQuality.FALLBACK : DateQuality.MINUTE;
  }
}
