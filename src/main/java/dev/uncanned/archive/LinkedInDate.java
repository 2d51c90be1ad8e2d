package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as LinkedIn exports write it, read by hand because a formatter costs more than the rest.
 *
 * <p>Two forms: {@code 2025-12-05 07:47:31 UTC}, and {@code 12/15/24, 7:47 AM} (month first, in
 * every language; no zone, taken as UTC). Of forms that a spreadsheet made of them the file tells
 * the order ({@link LinkedInDates}).
 *
 * @param at the time, null if it cannot be read
 * @param quality SECOND for the first form, MINUTE for the second, else NONE
 */
record LinkedInDate(Instant at, DateQuality quality) {

  static final LinkedInDate UNKNOWN = new LinkedInDate(null, DateQuality.NONE);

  private static final int LEAST_ISO = 16;

  /** A time of a quality; of none if there is no time. */
  static LinkedInDate of(Instant at, DateQuality quality) {
    return at == null ? UNKNOWN : new LinkedInDate(at, quality);
  }

  /** The time of the first form; null for any other. */
  static LinkedInDate iso(String text) {
    String date = text.strip();
    if (date.length() < LEAST_ISO || date.charAt(4) != '-') {
      return null;
    }
    try {
      return ofIso(date);
    } catch (DateTimeException outOfRange) {
      return UNKNOWN;
    }
  }

  private static LinkedInDate ofIso(String date) {
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

  /** The number that the digits of a part make; -1 if they are none, or more than four. */
  static int digits(String text, int start, int end) {
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
