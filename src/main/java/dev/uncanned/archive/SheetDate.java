package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time of three numbers and a clock, as {@code 12/15/24, 7:47 AM} or {@code 05.01.2026 09:10:00},
 * whose day and month are not told apart yet.
 *
 * <p>White space of any kind may stand before AM and PM. It names no zone and is taken as UTC.
 *
 * @param first the first number of the date; the year if {@code yearFirst}
 * @param sign what stands between the numbers
 * @param comma whether a comma stands behind the date, as LinkedIn itself writes it
 */
record SheetDate(
    int first,
    int second,
    int third,
    boolean yearFirst,
    int hour,
    int minute,
    char sign,
    boolean comma) {

  /** Two-digit years: 70 to 99 belong to the last century. LinkedIn itself opened in 2003. */
  private static final int CENTURY_TURN = 70;

  private static final int MOST_CHARS = 64;
  private static final int NOON = 12;
  private static final String SIGNS = "/.-";

  /** Reads a time; null if it is none. */
  static SheetDate of(String text) {
    String date = text.strip();
    int signAt = numberEnd(date, 0);
    if (date.length() > MOST_CHARS
        || signAt >= date.length()
        || SIGNS.indexOf(date.charAt(signAt)) < 0) {
      return null;
    }
    char sign = date.charAt(signAt);
    int secondEnd = numberEnd(date, signAt + 1);
    if (secondEnd >= date.length() || date.charAt(secondEnd) != sign) {
      return null;
    }
    int dateEnd = numberEnd(date, secondEnd + 1);
    int first = LinkedInDate.digits(date, 0, signAt);
    int second = LinkedInDate.digits(date, signAt + 1, secondEnd);
    int third = LinkedInDate.digits(date, secondEnd + 1, dateEnd);
    boolean yearFirst = signAt == 4;
    int thirdDigits = dateEnd - secondEnd - 1;
    int last = yearFirst ? third : year(third, thirdDigits);
    return (first | second | last) < 0
        ? null
        : withClock(
            date, dateEnd, new SheetDate(first, second, last, yearFirst, 0, 0, sign, false));
  }

  private static SheetDate withClock(String text, int dateEnd, SheetDate date) {
    int hourStart = dateEnd;
    boolean comma = false;
    while (hourStart < text.length() && isGap(text.charAt(hourStart))) {
      comma |= text.charAt(hourStart) == ',';
      hourStart++;
    }
    int colon = numberEnd(text, hourStart);
    if (hourStart == dateEnd || colon >= text.length() || text.charAt(colon) != ':') {
      return null;
    }
    int minuteEnd = numberEnd(text, colon + 1);
    boolean seconds = minuteEnd < text.length() && text.charAt(minuteEnd) == ':';
    int end = seconds ? numberEnd(text, minuteEnd + 1) : minuteEnd;
    boolean badSeconds = seconds && LinkedInDate.digits(text, minuteEnd + 1, end) < 0;
    int hour = hour(LinkedInDate.digits(text, hourStart, colon), text.substring(end));
    int minute = LinkedInDate.digits(text, colon + 1, minuteEnd);
    return badSeconds || (hour | minute) < 0
        ? null
        : new SheetDate(
            date.first, date.second, date.third, date.yearFirst, hour, minute, date.sign, comma);
  }

  /** The time to the minute; null if there is no such day or hour. */
  Instant at(boolean dayFirst) {
    int month = yearFirst || dayFirst ? second : first;
    int day = yearFirst ? third : dayFirst ? first : second;
    try {
      LocalDateTime clock = LocalDateTime.of(yearFirst ? first : third, month, day, hour, minute);
      return clock.toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static int year(int number, int digits) {
    if (digits == 2 && number >= 0) {
      return number + (number < CENTURY_TURN ? 2000 : 1900);
    }
    return digits == 4 ? number : -1;
  }

  /**
   * Hour of the day from a twelve-hour clock, or a plain one if no half is named; -1 if neither.
   */
  private static int hour(int hour, String tail) {
    String half = CollapsedText.of(tail);
    if (half.isEmpty() || half.equals("UTC")) {
      return hour;
    }
    boolean morning = half.equalsIgnoreCase("AM");
    if ((!morning && !half.equalsIgnoreCase("PM")) || hour < 1 || hour > NOON) {
      return -1;
    }
    return hour % NOON + (morning ? 0 : NOON);
  }

  private static boolean isGap(char c) {
    return c == ',' || CollapsedText.isBlank(c);
  }

  private static int numberEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
