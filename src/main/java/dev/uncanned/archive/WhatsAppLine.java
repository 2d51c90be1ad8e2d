package dev.uncanned.archive;

/**
 * The beginning of a message in a WhatsApp chat: its date, its time, and where its text starts.
 *
 * <p>On an iPhone {@code [22/9/26, 10:15:32] Name: text}, on Android {@code 12/03/2026, 09:15 -
 * Name: text}. The order of day and month, the signs between the numbers, the words before the hour
 * and the marks of the twelve-hour clock are those of the phone's language.
 *
 * @param bracketed whether it is the form of the iPhone
 * @param first the first number of the date
 * @param second the second one
 * @param third the third one
 * @param yearFirst whether the first number is the year
 * @param dateSign what stands between the numbers of the date
 * @param hour hour as written
 * @param half half of the day
 * @param rest what stands behind the head: name and text
 */
record WhatsAppLine(
    boolean bracketed,
    int first,
    int second,
    int third,
    boolean yearFirst,
    char dateSign,
    int hour,
    int minute,
    int secondOfMinute,
    Half half,
    String rest) {

  /** What the twelve-hour clock says; UNKNOWN is a mark of a language that is not known. */
  enum Half {
    NONE,
    AM,
    PM,
    UNKNOWN
  }

  /** Whether a character only directs how text is shown. */
  static boolean isMark(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\uFEFF';
  }

  /** A text without marks and white space around it. */
  static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isGap(text.charAt(start))) {
      start++;
    }
    while (end > start && isGap(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isGap(char c) {
    return isMark(c) || CollapsedText.isBlank(c);
  }

  /** Whether the numbers can be a date at all, in one order or the other. */
  boolean isDate() {
    if (hour > 24 || minute > 59 || secondOfMinute > 60) {
      return false;
    }
    int day = yearFirst ? third : Math.max(first, second);
    int month = yearFirst ? second : Math.min(first, second);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** The hour from 0 to 23. */
  int hourOfDay() {
    if (half == Half.NONE || hour > 12) {
      return hour == 24 ? 0 : hour;
    }
    return hour % 12 + (half == Half.PM ? 12 : 0);
  }

  /** Year, in four digits. */
  int year() {
    int year = yearFirst ? first : third;
    return year < 100 ? 2000 + year : year;
  }
}
