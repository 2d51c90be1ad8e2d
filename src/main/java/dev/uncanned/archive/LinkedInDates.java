package dev.uncanned.archive;

import java.time.Instant;

/**
 * Decides, once for a LinkedIn file, whether its dates begin with the day or with the month.
 *
 * <p>LinkedIn itself names the year or the month first. A spreadsheet that saves the file again
 * writes dates as the language of the machine wants. A number above 12 decides, whichever place has
 * more of them. Without one, dates with dots and hyphens begin with the day; for those with slashes
 * the order decides in which time runs more evenly, up or down, from row to row. If that is level
 * too, the month is taken to come first, as with LinkedIn's own, and the time is a guess.
 */
final class LinkedInDates {

  private static final int MONTHS = 12;

  private long daysFirst;
  private long daysSecond;
  private final Run dayFirst = new Run();
  private final Run monthFirst = new Run();

  /** How often time goes on and goes back in the order of the rows. */
  private static final class Run {
    private Instant last;
    private long up;
    private long down;

    void add(Instant at) {
      if (at != null) {
        int step = last == null ? 0 : at.compareTo(last);
        up += step > 0 ? 1 : 0;
        down += step < 0 ? 1 : 0;
        last = at;
      }
    }

    long turns() {
      return Math.min(up, down);
    }
  }

  /** Whether a text is a time in one order or the other. */
  static boolean isDate(String text) {
    LinkedInDate iso = LinkedInDate.iso(text);
    if (iso != null) {
      return iso.at() != null;
    }
    SheetDate date = SheetDate.of(text);
    return date != null && (date.at(true) != null || date.at(false) != null);
  }

  /** Takes in the date of a row. */
  void show(String text) {
    SheetDate date = LinkedInDate.iso(text) == null ? SheetDate.of(text) : null;
    if (date == null || date.yearFirst()) {
      return;
    }
    daysFirst += date.first() > MONTHS ? 1 : 0;
    daysSecond += date.second() > MONTHS ? 1 : 0;
    if (!date.comma()) {
      dayFirst.add(date.at(true));
      monthFirst.add(date.at(false));
    }
  }

  /** The time of a row, once all rows were shown. */
  LinkedInDate of(String text) {
    LinkedInDate iso = LinkedInDate.iso(text);
    if (iso != null) {
      return iso;
    }
    SheetDate date = SheetDate.of(text);
    if (date == null) {
      return LinkedInDate.UNKNOWN;
    }
    boolean guess = isGuess(date) && date.first() != date.second();
    return LinkedInDate.of(
        date.at(isDayFirst(date)), guess ? DateQuality.FALLBACK : DateQuality.MINUTE);
  }

  private boolean isDayFirst(SheetDate date) {
    if (daysFirst != daysSecond) {
      return daysFirst > daysSecond;
    }
    return !date.comma() && (date.sign() != '/' || dayFirst.turns() < monthFirst.turns());
  }

  private boolean isGuess(SheetDate date) {
    return daysFirst == daysSecond
        && dayFirst.turns() == monthFirst.turns()
        && date.sign() == '/'
        && !date.comma()
        && !date.yearFirst();
  }
}
