package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Reads the dates of mail headers: RFC 5322 and what real mailers write instead.
 *
 * <p>Understood: a missing weekday or missing seconds, dots in the time of day, years of two and
 * three digits (RFC 5322 4.3), comments, zones by offset or name ({@link MailZones}), asctime
 * order, ISO 8601, AM and PM, month names in English, German, French, Spanish, Portuguese, Italian,
 * Dutch and Swedish. No zone means UTC. Not a date: no time of day, days and hours that do not
 * exist, times before 1990 or from 2100 on, and orders of plain numbers that could be read in two
 * ways.
 */
final class MailDate {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAX_LENGTH = 200;
  private static final int UNSET = -1;

  private int year = UNSET;
  private int month = UNSET;
  private int day = UNSET;
  private int hour = UNSET;
  private int minute;
  private int second;
  private Integer offset;

  private MailDate() {}

  /** The time that a header's text means; null if it means none. */
  static Instant of(String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return null;
    }
    MailDate date = new MailDate();
    String plain = withoutComments(text);
    if (!date.readIso(plain)) {
      date.readWords(plain);
    }
    return date.instant();
  }

  /** The time behind the last semicolon of a Received header; null if there is none. */
  static Instant ofReceived(String received) {
    int semicolon = received == null ? -1 : received.lastIndexOf(';');
    return semicolon < 0 ? null : of(received.substring(semicolon + 1));
  }

  /** The time in a line {@code From address date}; null if there is none. */
  static Instant ofFromLine(String line) {
    int address = line == null ? -1 : line.indexOf(' ');
    if (address < 0) {
      return null;
    }
    String rest = line.substring(address + 1).trim();
    int blank = rest.indexOf(' ');
    return blank < 0 ? null : of(rest.substring(blank + 1));
  }

  private Instant instant() {
    if (year < 0 || month < 0 || day < 0 || hour < 0) {
      return null;
    }
    try {
      Instant time =
          LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59))
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(offset == null ? 0 : offset);
      return time.isBefore(EARLIEST) || !time.isBefore(LATEST) ? null : time;
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  /** Comments are in parentheses, may be nested, and may be left open. */
  private static String withoutComments(String text) {
    if (text.indexOf('(') < 0) {
      return text.trim();
    }
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
        out.append(' ');
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString().trim();
  }

  /** {@code 2003-07-01T10:52:00.5+02:00}, also with blanks and slashes. */
  private boolean readIso(String text) {
    if (text.length() < 10 || number(text.substring(0, 4)) < 0) {
      return false;
    }
    char separator = text.charAt(4);
    if ((separator != '-' && separator != '/') || text.charAt(7) != separator) {
      return false;
    }
    year = number(text.substring(0, 4));
    month = number(text.substring(5, 7));
    day = number(text.substring(8, 10));
    String rest = text.substring(10);
    boolean marked = rest.startsWith("T") || rest.startsWith("t");
    readWords(marked ? rest.substring(1) : rest);
    return true;
  }

  private void readWords(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBreak(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        readWord(text.substring(at, end));
      }
      at = end + 1;
    }
  }

  private static boolean isBreak(char c) {
    return c <= ' ' || c == ',' || c == 0xA0;
  }

  private void readWord(String word) {
    char first = word.charAt(0);
    int number = number(word);
    if (number >= 0) {
      readNumber(number, word.length());
    } else if (word.indexOf(':') > 0 && hour < 0 && Character.isDigit(first)) {
      readTime(word);
    } else if (hour < 0 && day >= 0 && month >= 0 && isDotted(word)) {
      readTime(word.replace('.', ':'));
    } else if (hour >= 0 && (first == '+' || first == '-')) {
      readOffset(word);
    } else if (word.indexOf('-') > 0 && month < 0) {
      readWords(word.replace('-', ' '));
    } else {
      readName(word);
    }
  }

  private void readNumber(int number, int digits) {
    if (digits <= 2 && day < 0) {
      day = number;
    } else if (year < 0 && digits == 2) {
      year = number < 50 ? 2000 + number : 1900 + number;
    } else if (year < 0 && digits == 3) {
      year = 1900 + number;
    } else if (year < 0 && digits == 4) {
      year = number;
    }
  }

  private void readTime(String word) {
    int end = 0;
    while (end < word.length()
        && (Character.isDigit(word.charAt(end))
            || word.charAt(end) == ':'
            || word.charAt(end) == '.')) {
      end++;
    }
    String[] parts = word.substring(0, end).split(":", 4);
    int fraction = parts.length > 2 ? parts[2].indexOf('.') : -1;
    hour = number(parts[0]);
    minute = parts.length > 1 ? number(parts[1]) : 0;
    second = 0;
    if (parts.length > 2) {
      second = number(fraction < 0 ? parts[2] : parts[2].substring(0, fraction));
    }
    if (end < word.length()) {
      readWord(word.substring(end));
    }
  }

  /** {@code 09.00} or {@code 09.00.00}; behind day and month it is no date. */
  private static boolean isDotted(String word) {
    String[] parts = word.split("\\.", 4);
    boolean dotted = parts.length == 2 || parts.length == 3;
    for (int i = 0; dotted && i < parts.length; i++) {
      boolean oneDigit = i == 0 && parts[i].length() == 1;
      dotted = (oneDigit || parts[i].length() == 2) && number(parts[i]) >= 0;
    }
    return dotted;
  }

  /** {@code +0200}, {@code +02:00}, {@code +02} or {@code +2}. */
  private void readOffset(String word) {
    String digits = word.substring(1).replace(":", "");
    int number = number(digits);
    if (offset == null && number >= 0 && !digits.isEmpty() && digits.length() <= 4) {
      int hhmm = digits.length() <= 2 ? number * 100 : number;
      int seconds = (hhmm / 100 * 60 + hhmm % 100) * 60;
      boolean real = seconds <= ZoneOffset.MAX.getTotalSeconds() && hhmm % 100 < 60;
      offset = real ? (word.charAt(0) == '-' ? -seconds : seconds) : 0;
    }
  }

  private void readName(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    int sign = Math.max(name.indexOf('+'), name.indexOf('-'));
    Integer zone = hour < 0 ? null : MailZones.offset(sign > 0 ? name.substring(0, sign) : name);
    int named = zone == null ? MailMonths.of(word) : 0;
    if ((name.equals("PM") || name.equals("AM")) && hour >= 0 && hour <= 12) {
      hour = hour % 12 + (name.equals("PM") ? 12 : 0);
    } else if (zone != null && sign > 0) {
      readOffset(word.substring(sign));
    } else if (zone != null && offset == null) {
      offset = zone;
    } else if (named > 0) {
      month = named;
    }
  }

  /** A number of up to four digits, or -1. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return text.endsWith(".") && i == text.length() - 1 && i > 0 ? number : -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
