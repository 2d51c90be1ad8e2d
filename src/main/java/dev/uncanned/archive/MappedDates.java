package dev.uncanned.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the times of a mapped file, in the ways that its mapping names.
 *
 * <p>A time with a zone, or in a file whose zone is configured, is known to the second; without,
 * UTC is assumed and it is known to the minute. A day without a time of day is a substitute, its
 * midnight ({@link DateQuality#FALLBACK}). Times before 1990 and from 2100 on are none. Never
 * throws for bad input.
 */
final class MappedDates {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAX_LENGTH = 100;
  private static final int NANO_DIGITS = 9;

  /** A time and how well it is known; null and NONE together. */
  record Sent(Instant at, DateQuality quality) {

    static final Sent UNKNOWN = new Sent(null, DateQuality.NONE);
  }

  /** One way of writing times; null if a text is not written so. */
  private interface Format {
    Sent read(String text);
  }

  private final List<Format> formats = new ArrayList<>();
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException if a format or the zone is none
   */
  MappedDates(List<String> names, String zone) {
    try {
      this.zone = zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException noZone) {
      throw new IllegalArgumentException(
          "zone is '" + zone + "', but must be such as Europe/Berlin or UTC", noZone);
    }
    names.forEach(name -> formats.add(format(name)));
  }

  private Format format(String name) {
    return switch (name) {
      case "iso" -> this::iso;
      case "epoch_seconds" -> text -> epoch(text, 1000);
      case "epoch_millis" -> text -> epoch(text, 1);
      case "mail" -> MappedDates::mail;
      default -> pattern(name);
    };
  }

  /** The time of a text by the first format that it fits; unknown for null and blank. */
  Sent of(String written) {
    if (written == null || written.isBlank() || written.length() > MAX_LENGTH) {
      return Sent.UNKNOWN;
    }
    String text = written.strip();
    for (Format format : formats) {
      Sent sent = format.read(text);
      if (sent != null) {
        boolean usable = !sent.at().isBefore(EARLIEST) && sent.at().isBefore(LATEST);
        return usable ? sent : Sent.UNKNOWN;
      }
    }
    return Sent.UNKNOWN;
  }

  private static Sent mail(String text) {
    Instant at = MailDate.of(text);
    return at == null ? null : new Sent(at, DateQuality.SECOND);
  }

  private static Sent epoch(String text, long millis) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    if (whole.isEmpty() || whole.length() > 14) {
      return null;
    }
    long value = number(whole, 0, whole.length());
    return value < 0 ? null : new Sent(Instant.ofEpochMilli(value * millis), DateQuality.SECOND);
  }

  private Format pattern(String pattern) {
    DateTimeFormatter formatter;
    try {
      formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .toFormatter(Locale.ENGLISH);
    } catch (IllegalArgumentException noPattern) {
      throw new IllegalArgumentException(
          "formats has '"
              + pattern
              + "', but must be iso, epoch_seconds, epoch_millis, mail or a pattern such as"
              + " dd.MM.yyyy HH:mm",
          noPattern);
    }
    boolean seconds = pattern.indexOf('s') >= 0;
    return text -> byPattern(formatter, text, seconds);
  }

  private Sent byPattern(DateTimeFormatter formatter, String text, boolean seconds) {
    try {
      TemporalAccessor time =
          formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof OffsetDateTime placed) {
        return new Sent(placed.toInstant(), seconds ? DateQuality.SECOND : DateQuality.MINUTE);
      }
      return time instanceof LocalDate day ? day(day) : local((LocalDateTime) time, seconds);
    } catch (DateTimeException notWrittenSo) {
      return null;
    }
  }

  private Sent day(LocalDate day) {
    Instant midnight = day.atStartOfDay(zone == null ? ZoneOffset.UTC : zone).toInstant();
    return new Sent(midnight, DateQuality.FALLBACK);
  }

  private Sent local(LocalDateTime time, boolean seconds) {
    if (zone == null) {
      return new Sent(time.toInstant(ZoneOffset.UTC), DateQuality.MINUTE);
    }
    return new Sent(
        time.atZone(zone).toInstant(), seconds ? DateQuality.SECOND : DateQuality.MINUTE);
  }

  /** {@code 2024-03-01}, {@code 2024-03-01 10:00}, {@code 2024-03-01T10:00:00.123+02:00}. */
  private Sent iso(String text) {
    int year = (int) number(text, 0, 4);
    int month = (int) number(text, 5, 7);
    int day = (int) number(text, 8, 10);
    if ((year | month | day) < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return text.length() == 10 ? day(date) : isoTime(date, text);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private Sent isoTime(LocalDate date, String text) {
    int hour = (int) number(text, 11, 13);
    int minute = (int) number(text, 14, 16);
    char between = text.charAt(10);
    boolean marked = between == 'T' || between == 't' || between == ' ';
    if ((hour | minute) < 0 || !marked || text.charAt(13) != ':') {
      return null;
    }
    boolean seconds = text.length() > 16 && text.charAt(16) == ':';
    int second = seconds ? (int) number(text, 17, 19) : 0;
    if (second < 0) {
      return null;
    }
    int end = seconds ? fractionEnd(text, 19) : 16;
    String rest = text.substring(end).strip();
    LocalDateTime time = date.atTime(hour, minute, Math.min(second, 59));
    if (rest.isEmpty()) {
      return local(time, seconds);
    }
    ZoneOffset offset = offset(rest);
    return offset == null
        ? null
        : new Sent(time.toInstant(offset), seconds ? DateQuality.SECOND : DateQuality.MINUTE);
  }

  /** Parts of a second are read and dropped: messages are told apart by seconds. */
  private static int fractionEnd(String text, int start) {
    int end = start;
    if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
      end++;
      while (end < text.length() && end - start <= NANO_DIGITS && isDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static ZoneOffset offset(String zone) {
    String upper = zone.toUpperCase(Locale.ROOT);
    if (upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT")) {
      return ZoneOffset.UTC;
    }
    try {
      return upper.charAt(0) == '+' || upper.charAt(0) == '-' ? ZoneOffset.of(upper) : null;
    } catch (DateTimeException noOffset) {
      return null;
    }
  }

  private static long number(String text, int start, int end) {
    if (end > text.length()) {
      return -1;
    }
    long value = 0;
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
