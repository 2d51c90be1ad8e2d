package dev.uncanned.text;

import java.util.regex.Pattern;

/** Tells how much of a date and a time a text gives: mail programs give more than people do. */
final class ReplyDate {

  private static final int YEAR_DIGITS = 4;
  private static final int DAY_DIGITS = 2;

  /** As the standard of mail writes it (RFC 5322, section 3.3): "Wed, 18 Sep 2002". */
  private static final Pattern OF_MAIL =
      Pattern.compile(
          "\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2}"
              + " (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}\\b");

  private ReplyDate() {}

  static boolean isOfMail(String text) {
    return OF_MAIL.matcher(text).find();
  }

  /** An hour, a colon, dot or h, two digits. */
  static boolean hasTime(String text) {
    for (int i = 1; i + DAY_DIGITS < text.length(); i++) {
      if (":.h".indexOf(text.charAt(i)) >= 0 && isDigit(text, i - 1) && isPair(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Nobody writes seconds by hand. */
  static boolean hasSeconds(String text) {
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      int second = i + DAY_DIGITS + 1;
      if (isDigit(text, i - 1)
          && isPair(text, i + 1)
          && second < text.length()
          && text.charAt(second) == ':'
          && isPair(text, second + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are day, month and year: "2 nov. 2026", "2026-11-02", "2/11/26". */
  static boolean isWhole(String text) {
    boolean year = false;
    boolean day = false;
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (isDigit(text, to)) {
        to++;
      }
      if (to > from && !isClock(text, from, to)) {
        boolean left = isJoint(text, from - 1);
        boolean right = isJoint(text, to);
        if (left && right) {
          return true;
        }
        year |= to - from == YEAR_DIGITS;
        day |= to - from <= DAY_DIGITS && !left && !right;
      }
      from = to + 1;
    }
    return year && day;
  }

  private static boolean isClock(String text, int from, int to) {
    return isBetween(text, from - 1, ":h") || isBetween(text, to, ":h");
  }

  private static boolean isJoint(String text, int i) {
    return isBetween(text, i, "./-");
  }

  /** Whether one of some signs stands at a place, between two digits. */
  private static boolean isBetween(String text, int i, String signs) {
    return isDigit(text, i - 1) && isDigit(text, i + 1) && signs.indexOf(text.charAt(i)) >= 0;
  }

  private static boolean isPair(String text, int i) {
    return isDigit(text, i) && isDigit(text, i + 1);
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }
}
