package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as LinkedIn exports write it, read by hand because a formatter costs more than the rest.
 *
 * <p>Two forms: {@code 2025-12-05 07:47:31 UTC}, and {@code 12/15/24, 7:47 AM} (month first, in
 * every language; no zone, taken as UTC). White space of any kind may stand before AM and PM.
 *
 * @param at the time, null if it cannot be read
 * @param quality SECOND for the first form, MINUTE for the second, else NONE
 */
record LinkedInDate(Instant at, DateQuality quality) {

  static final LinkedInDate UNKNOWN = new LinkedInDate(null, DateQuality.NONE);

  /** Two-digit years: 70 to 99 belong to the last century. LinkedIn itself opened in 2003. */
  private static final int CENTURY_TURN = 70;

  static LinkedInDate parse(String text) {
    String date = text.strip();
    if (date.length() < 6) {
      return UNKNOWN;
    }
    try {
      return date.length() >= 16 && date.charAt(4) == '-' ? iso(date) : american(date);
    } catch (DateTimeException outOfRange) {
      return UNKNOWN;
    }
  }

  private static LinkedInDate iso(String date) {
    boolean seconds = date.length() >= 19 && date.charAt(16) == ':';
    int zone = seconds ? 19 : 16;
    String tail = date.substring(zone).strip();
    boolean utc = tail.isEmpty() || tail.equals("UTC") || tail.equals("Z") || tail.equals("GMT");
    char between = date.charAt(10);
    boolean marks =
        date.charAt(7) == '-' && (between == ' ' || between == 'T') && date.charAt(13) == ':';
    int year = digits(date, 0, 4);
    int month = digits(date, 5, 7);
    int day = digits(date, 8, 10);
    int hour = digits(date, 11, 13);
    int minute = digits(date, 14, 16);
    int second = seconds ? digits(date, 17, 19) : 0;
    if (!utc || !marks || (year | month | day | hour | minute | second) < 0) {
      return UNKNOWN;
    }
    Instant at = LocalDateTime.of(year, month, day, hour, minute, second).toInstant(ZoneOffset.UTC);
    return new LinkedInDate(at, seconds ? DateQuality.SECOND : DateQuality.MINUTE);
  }

  private static LinkedInDate american(String date) {
    int first = date.indexOf('/');
    int second = date.indexOf('/', first + 1);
    int colon = date.indexOf(':');
    if (first < 0 || second < 0 || colon < second) {
      return UNKNOWN;
    }
    int yearEnd = numberEnd(date, second + 1);
    int hourStart = colon;
    while (hourStart > yearEnd && isDigit(date.charAt(hourStart - 1))) {
      hourStart--;
    }
    int minuteEnd = numberEnd(date, colon + 1);
    int month = digits(date, 0, first);
    int day = digits(date, first + 1, second);
    int year = year(digits(date, second + 1, yearEnd), yearEnd - second - 1);
    int hour = hour(digits(date, hourStart, colon), date.substring(minuteEnd));
    int minute = digits(date, colon + 1, minuteEnd);
    if ((month | day | year | hour | minute) < 0 || !isGap(date, yearEnd, hourStart)) {
      return UNKNOWN;
    }
    Instant at = LocalDateTime.of(year, month, day, hour, minute).toInstant(ZoneOffset.UTC);
    return new LinkedInDate(at, DateQuality.MINUTE);
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
    if (half.isEmpty()) {
      return hour;
    }
    boolean morning = half.equalsIgnoreCase("AM");
    if ((!morning && !half.equalsIgnoreCase("PM")) || hour < 1 || hour > 12) {
      return -1;
    }
    return hour % 12 + (morning ? 0 : 12);
  }

  private static boolean isGap(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != ',' && !CollapsedText.isBlank(c)) {
        return false;
      }
    }
    return end > start;
  }

  private static int numberEnd(String text, int start) {
    int i = start;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int digits(String text, int start, int end) {
    if (start >= end || end - start > 4) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
