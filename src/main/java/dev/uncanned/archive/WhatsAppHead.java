package dev.uncanned.archive;

/** Reads the heads of lines in WhatsApp chats; one for each file, not thread-safe. */
final class WhatsAppHead {

  private static final int MAX_WORD = 10;
  private static final int MAX_TAIL = 16;

  /** Words between date and hour, or behind the minute, that say nothing of the half of the day. */
  private static final String NEUTRAL = " klo um at à kl a las às ч uhr h น alle ora ore ";

  private final ChatPhrases phrases;
  private String line;
  private int at;

  WhatsAppHead(ChatPhrases phrases) {
    this.phrases = phrases;
  }

  /** The head that a line begins with; null if it goes on with the message before. */
  WhatsAppLine of(String text) {
    line = text;
    at = 0;
    skipMarks();
    if (at >= line.length()) {
      return null;
    }
    boolean bracketed = line.charAt(at) == '[';
    if (bracketed) {
      at++;
      skipGap();
    } else if (Character.digit(line.charAt(at), 10) < 0) {
      return null;
    }
    return date(bracketed);
  }

  private WhatsAppLine date(boolean bracketed) {
    int digits = at;
    int first = number(4);
    boolean yearFirst = at - digits == 4;
    char sign = separator();
    int second = sign == 0 ? -1 : number(2);
    char again = second < 0 ? 0 : separator();
    int start = at;
    int third = again == 0 ? -1 : number(yearFirst ? 2 : 4);
    int gap = at;
    boolean year = yearFirst || gap - start == 2 || gap - start == 4;
    if (first < 0 || third < 0 || !year) {
      return null;
    }
    skipDateEnd();
    String before = word(MAX_WORD);
    if (before == null || at == gap) {
      return null;
    }
    int hour = number(2);
    int minute = hour < 0 || !timeSign() ? -1 : number(2);
    if (minute < 0) {
      return null;
    }
    int seconds = timeSign() ? number(2) : 0;
    if (seconds < 0) {
      return null;
    }
    String after = tail(bracketed);
    if (after == null) {
      return null;
    }
    WhatsAppLine found =
        new WhatsAppLine(
            bracketed,
            first,
            second,
            third,
            yearFirst,
            sign,
            hour,
            minute,
            seconds,
            half(before, after),
            line.substring(at));
    return found.isDate() ? found : null;
  }

  private int number(int maxDigits) {
    int value = 0;
    int start = at;
    while (at < line.length() && at - start < maxDigits) {
      int digit = Character.digit(line.charAt(at), 10);
      if (digit < 0) {
        break;
      }
      value = value * 10 + digit;
      at++;
    }
    return at == start ? -1 : value;
  }

  /** The sign between two numbers of a date with the blanks around it; 0 if there is none. */
  private char separator() {
    skipGap();
    if (at >= line.length()) {
      return 0;
    }
    char c = line.charAt(at);
    if (c != '/' && c != '.' && c != '-' && "年月년월".indexOf(c) < 0) {
      return 0;
    }
    at++;
    skipGap();
    return c;
  }

  private boolean timeSign() {
    boolean sign =
        at + 1 < line.length()
            && (line.charAt(at) == ':' || line.charAt(at) == '.' || line.charAt(at) == 'h')
            && Character.digit(line.charAt(at + 1), 10) >= 0;
    at += sign ? 1 : 0;
    return sign;
  }

  /** What may close a date: a full stop, the signs for a day or a year, commas, blanks. */
  private void skipDateEnd() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (!WhatsAppLine.isGap(c) && ".,،、日일г".indexOf(c) < 0) {
        return;
      }
      at++;
    }
  }

  /** Letters up to the next digit; null if something else is there, or too many. */
  private String word(int maxLetters) {
    StringBuilder letters = new StringBuilder();
    while (at < line.length() && Character.digit(line.charAt(at), 10) < 0) {
      char c = line.charAt(at);
      if (isLetter(c)) {
        letters.append(c);
      } else if (c == ' ' && !letters.isEmpty()) {
        letters.append(c);
      } else if (c != '.' && c != ',' && !WhatsAppLine.isGap(c)) {
        return null;
      }
      if (letters.length() > maxLetters) {
        return null;
      }
      at++;
    }
    return letters.toString().strip();
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** What stands between the time and the end of the head, which is passed; null if none comes. */
  private String tail(boolean bracketed) {
    StringBuilder letters = new StringBuilder();
    int end = Math.min(line.length(), at + MAX_TAIL);
    for (int i = at; i < end; i++) {
      char c = line.charAt(i);
      boolean closes = bracketed ? c == ']' : isDash(i);
      if (closes) {
        at = i + 1;
        skipBlanks();
        return letters.toString();
      }
      if (isLetter(c)) {
        letters.append(c);
      } else if (c != '.' && !WhatsAppLine.isGap(c)) {
        return null;
      }
    }
    return null;
  }

  private boolean isDash(int i) {
    char c = line.charAt(i);
    boolean apart = i > 0 && WhatsAppLine.isGap(line.charAt(i - 1));
    boolean free = i + 1 >= line.length() || WhatsAppLine.isGap(line.charAt(i + 1));
    return (c == '-' || c == '\u2013') && apart && free;
  }

  private WhatsAppLine.Half half(String before, String after) {
    WhatsAppLine.Half half = half(after);
    return half == WhatsAppLine.Half.NONE && !before.isEmpty() ? known(before) : half;
  }

  /** Words before the hour are often no mark at all, so unknown ones mean nothing. */
  private WhatsAppLine.Half known(String before) {
    WhatsAppLine.Half half = half(before);
    return half == WhatsAppLine.Half.UNKNOWN ? WhatsAppLine.Half.NONE : half;
  }

  private WhatsAppLine.Half half(String letters) {
    String mark = ChatPhrases.normal(letters);
    if (mark.isEmpty() || NEUTRAL.contains(" " + mark + " ")) {
      return WhatsAppLine.Half.NONE;
    }
    if (phrases.hasNormal("am", mark)) {
      return WhatsAppLine.Half.AM;
    }
    return phrases.hasNormal("pm", mark) ? WhatsAppLine.Half.PM : WhatsAppLine.Half.UNKNOWN;
  }

  private void skipMarks() {
    while (at < line.length() && WhatsAppLine.isMark(line.charAt(at))) {
      at++;
    }
  }

  private void skipGap() {
    while (at < line.length() && WhatsAppLine.isGap(line.charAt(at))) {
      at++;
    }
  }

  /** One blank belongs to the head; marks behind it belong to the text and tell of the program. */
  private void skipBlanks() {
    if (at < line.length() && CollapsedText.isBlank(line.charAt(at)) && !isMarkAt()) {
      at++;
    }
  }

  private boolean isMarkAt() {
    return WhatsAppLine.isMark(line.charAt(at));
  }
}
