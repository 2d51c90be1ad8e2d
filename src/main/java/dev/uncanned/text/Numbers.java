package dev.uncanned.text;

/** Tells telephone numbers, dates and times from other numbers. */
final class Numbers {

  private static final int MIN_PHONE = 7;
  private static final int MAX_PHONE = 15;
  private static final int MAX_PHONE_LENGTH = 32;

  private Numbers() {}

  /**
   * End of the telephone number at {@code from}, or -1: 7 to 15 digits that begin with a plus, a
   * bracket or a zero, or stand in three groups and more with spaces or hyphens between.
   */
  static int phoneEnd(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_PHONE_LENGTH);
    int digits = 0;
    int groups = 0;
    int end = from;
    int firstGroup = 0;
    boolean spaced = true;
    boolean inGroup = false;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
        groups += inGroup ? 0 : 1;
        inGroup = true;
        firstGroup += groups == 1 ? 1 : 0;
        end = i + 1;
      } else if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' || c == '+') {
        if (c == '+' && i != from || i - end > 2) {
          break;
        }
        spaced &= c != '.' && c != '/';
        inGroup = false;
      } else {
        break;
      }
    }
    char first = text.charAt(from);
    boolean marked = first == '+' || first == '(' || (first == '0' && spaced);
    if (digits < MIN_PHONE || digits > MAX_PHONE || followedByLetter(text, end)) {
      return -1;
    }
    boolean isoDate = firstGroup == 4 && first != '0' && digits == 8 && groups == 3;
    return marked || (groups >= 3 && spaced && !isoDate) ? end : -1;
  }

  /** End of the digits at {@code from}, with single separators between digits. */
  static int numberEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean separator = c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
      if (!Character.isDigit(c)
          && !(separator && i > from && i + 1 < text.length() && isDigit(text.charAt(i + 1)))) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** Date for three groups of up to four digits and for times such as 10:30, else a number. */
  static Placeholder kind(String text, int from, int to) {
    int groups = 1;
    int separator = 0;
    boolean same = true;
    int longest = 0;
    int run = 0;
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      if (Character.isDigit(c)) {
        longest = Math.max(longest, ++run);
      } else {
        groups++;
        run = 0;
        same &= separator == 0 || separator == c;
        separator = c;
      }
      i += Character.charCount(c);
    }
    boolean date =
        groups == 3
            && same
            && longest <= 4
            && separator != ','
            && to - from <= 10
            && (separator != '.' || to - from >= 6);
    boolean time = separator == ':' && same && longest <= 2 && groups <= 3;
    return date || time ? Placeholder.DATE : Placeholder.NUM;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean followedByLetter(String text, int end) {
    return end < text.length() && Character.isLetter(text.charAt(end));
  }
}
