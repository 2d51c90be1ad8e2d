package dev.uncanned.text;

/**
 * Finds where the quoted thread begins in a text whose line breaks were lost.
 *
 * <p>It begins with "On DATE, NAME &lt;ADDRESS&gt; wrote:", without the address if day, year and
 * time are there; with a separator such as "-----Original Message-----"; or with a row of From,
 * Sent, To, Subject. Only what no sentence looks like counts, since all that follows is cut.
 */
final class FlatThread {

  private static final int MAX_HEADER = 220;
  private static final int MAX_NAME = 70;
  private static final int MAX_AFTER_ADDRESS = 20;
  private static final int MAX_DATE = 40;
  private static final int MAX_BLOCK = 500;
  private static final int MAX_KEY = 20;
  private static final int MAX_SHORT_FORM = 4;
  private static final int MIN_KEYS = 3;
  private static final int MAX_SEPARATOR = 60;
  private static final String[] OPENERS = {
    "On ",
    "Am ",
    "Le ",
    "El ",
    "Il ",
    "Em ",
    "Op ",
    "Den ",
    "W dniu ",
    "In data ",
    "No dia ",
    "Dne ",
    "Pe ",
    "På ",
    "Dana ",
    "Il giorno "
  };

  private FlatThread() {}

  /** Where the thread begins, or the length of the text if there is none. */
  static int start(String line) {
    int start = byAddress(line);
    start = Math.min(start, byColon(line, start));
    return Math.min(start, bySeparator(line, start));
  }

  private static int byAddress(String line) {
    int at = line.indexOf('@');
    while (at >= 0) {
      int start = headerStart(line, at);
      if (start >= 0) {
        return start;
      }
      at = line.indexOf('@', at + 1);
    }
    return line.length();
  }

  private static int headerStart(String line, int at) {
    int close = addressEnd(line, at);
    int afterEnd = Math.min(line.length(), close + MAX_AFTER_ADDRESS);
    int colon = indexOf(line, ':', close, afterEnd);
    if (colon < 0) {
      return -1;
    }
    int opener = opener(line, at);
    if (opener < 0) {
      return -1;
    }
    WroteVerb verb = WroteVerb.lastIn(line.substring(opener, colon));
    if (verb != null) {
      boolean beside = opener + verb.start() > close || colon - close <= 3;
      return beside && !verb.isSpoken() ? opener : -1;
    }
    // Some programs write no verb: "2026-11-02 9:00 GMT+01:00 Ann <ann@x.example>:".
    boolean bare = colon - close <= 1 && Character.isDigit(line.charAt(opener));
    return bare && hasTime(line, opener, at) ? opener : -1;
  }

  /** Behind the last sign of an address, its brackets included. */
  private static int addressEnd(String line, int at) {
    int i = at + 1;
    int limit = Math.min(line.length(), at + MAX_HEADER / 2);
    while (i < limit && line.charAt(i) > ' ' && ">)]:,;".indexOf(line.charAt(i)) < 0) {
      i++;
    }
    while (i < limit && ">)]".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int indexOf(String line, char sign, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }

  private static int opener(String line, int at) {
    int best = -1;
    for (String opener : OPENERS) {
      int start = lastIndexOf(line, opener, at);
      if (start > best && at - start <= MAX_HEADER && isDated(line, start, at)) {
        best = start;
      }
    }
    return best >= 0 ? best : datedSegment(line, at);
  }

  private static int lastIndexOf(String line, String opener, int at) {
    char first = opener.charAt(0);
    for (int i = at; i >= Math.max(0, at - MAX_HEADER); i--) {
      if (line.charAt(i) == first && line.startsWith(opener, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDated(String line, int start, int stop) {
    return (start == 0
            || line.charAt(start - 1) <= ' '
            || Character.isSpaceChar(line.charAt(start - 1)))
        && hasDigit(line, start, Math.min(stop, start + MAX_DATE));
  }

  /** A header may begin with the date itself, after two spaces or the end of a sentence. */
  private static int datedSegment(String line, int at) {
    int limit = Math.max(0, at - MAX_HEADER / 2);
    for (int i = at - 1; i >= limit; i--) {
      boolean begins = i == 0 || line.charAt(i - 1) == ' ' && isBreak(line, i - 2);
      if (begins && startsWithDate(line, i) && hasTime(line, i, at) && hasDay(line, i, at)) {
        return i;
      }
    }
    return -1;
  }

  /** Two spaces, or the end of a sentence: "nov." and "kl." end none. */
  private static boolean isBreak(String line, int i) {
    if (i < 0 || " .!?\u2026".indexOf(line.charAt(i)) < 0) {
      return false;
    }
    int letters = 0;
    while (line.charAt(i) == '.'
        && i > letters
        && Character.isLetter(line.charAt(i - letters - 1))) {
      letters++;
    }
    return line.charAt(i) != '.' || letters > MAX_SHORT_FORM;
  }

  private static boolean startsWithDate(String line, int i) {
    if (Character.isDigit(line.charAt(i))) {
      return true;
    }
    int end = Math.min(line.length(), i + MAX_KEY);
    int space = indexOf(line, ' ', i, end);
    return space > 0
        && Character.isLetter(line.charAt(i))
        && ReplyIntro.isOpener(line.substring(i, space).replace(".", "").replace(",", ""))
        && hasDigit(line, space, end);
  }

  private static boolean hasDigit(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Headers without an address, and rows of mail headers, both found by their colon. */
  private static int byColon(String line, int limit) {
    int colon = line.indexOf(':');
    boolean written =
        colon >= 0
            && colon < limit
            && hasDigit(line, 0, line.length())
            && WroteVerb.lastIn(line) != null;
    while (colon >= 0 && colon < limit) {
      char key = keyBefore(line, colon);
      if (key == 'f' && isBlock(line, colon)) {
        return withRuler(line, keyStart(line, colon));
      }
      if (!isTimeColon(line, colon)) {
        int start = written ? namedHeader(line, colon) : -1;
        start = start < 0 ? ThreadSeparator.forwardStart(line, colon) : start;
        if (start >= 0) {
          return start;
        }
      }
      colon = line.indexOf(':', colon + 1);
    }
    return limit;
  }

  private static boolean isTimeColon(String line, int colon) {
    return colon > 0
        && colon + 1 < line.length()
        && Character.isDigit(line.charAt(colon - 1))
        && Character.isDigit(line.charAt(colon + 1));
  }

  private static int namedHeader(String line, int colon) {
    int from = Math.max(0, colon - MAX_NAME);
    WroteVerb verb = WroteVerb.lastIn(line.substring(from, colon));
    return verb != null && verb.isOfName() && !verb.isSpoken()
        ? timedOpener(line, from + verb.start())
        : -1;
  }

  private static int timedOpener(String line, int verb) {
    int best = -1;
    for (String opener : OPENERS) {
      int start = lastIndexOf(line, opener, verb);
      boolean near = start > best && verb - start <= MAX_HEADER;
      if (near
          && isDated(line, start, verb)
          && hasTime(line, start, verb)
          && hasDay(line, start, verb)) {
        best = start;
      }
    }
    return best;
  }

  /** A year, or a day with a month in digits. */
  private static boolean hasDay(String line, int from, int to) {
    int digits = 0;
    int groups = 0;
    for (int i = from; i < to; i++) {
      if (Character.isDigit(line.charAt(i))) {
        digits++;
        if (digits == 4) {
          return true;
        }
      } else {
        groups += digits > 0 && "./-".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
        digits = 0;
      }
    }
    return groups >= 2;
  }

  private static boolean hasTime(String line, int from, int to) {
    for (int i = from + 1; i + 2 < to; i++) {
      char c = line.charAt(i);
      if ((c == ':' || c == '.' || c == 'h')
          && Character.isDigit(line.charAt(i - 1))
          && Character.isDigit(line.charAt(i + 1))
          && Character.isDigit(line.charAt(i + 2))
          && (i + 3 >= to || !Character.isDigit(line.charAt(i + 3)))) {
        return true;
      }
    }
    return false;
  }

  private static char keyBefore(String line, int colon) {
    int start = keyStart(line, colon);
    if (start < 0 || start == colon) {
      return 0;
    }
    return HeaderBlock.keyOf(line.substring(start, colon));
  }

  /** Beginning of the capitalised word before a colon, with the stars around it. */
  private static int keyStart(String line, int colon) {
    int i = colon - 1;
    int limit = Math.max(0, colon - MAX_KEY);
    while (i >= limit && (Character.isSpaceChar(line.charAt(i)) || line.charAt(i) == '*')) {
      i--;
    }
    while (i >= limit
        && (Character.isLetter(line.charAt(i))
            || line.charAt(i) == '\''
            || line.charAt(i) == '-')) {
      i--;
    }
    while (i >= 0 && line.charAt(i) == '*') {
      i--;
    }
    return i + 1;
  }

  private static boolean isBlock(String line, int first) {
    int start = keyStart(line, first);
    int letter = line.charAt(start) == '*' ? start + 1 : start;
    if (letter >= line.length() || !Character.isUpperCase(line.charAt(letter))) {
      return false;
    }
    int limit = Math.min(line.length(), first + MAX_BLOCK);
    StringBuilder seen = new StringBuilder("f");
    int colon = line.indexOf(':', first + 1);
    while (colon >= 0 && colon < limit) {
      char key = dateKeyBefore(line, colon);
      if (key != 0 && seen.indexOf(String.valueOf(key)) < 0) {
        seen.append(key);
      }
      colon = line.indexOf(':', colon + 1);
    }
    boolean subject = seen.indexOf("s") >= 0;
    boolean date = seen.indexOf("d") >= 0;
    return seen.length() >= MIN_KEYS && (subject || date);
  }

  /** The key before a colon, where two words ("Envoyé le") are tried as well. */
  private static char dateKeyBefore(String line, int colon) {
    char key = keyBefore(line, colon);
    if (key != 0 || colon == 0) {
      return key;
    }
    int start = keyStart(line, colon);
    int word = start > 0 ? line.lastIndexOf(' ', start - 2) : -1;
    boolean near = word >= 0 && colon - word <= MAX_KEY;
    return near ? HeaderBlock.keyOf(line.substring(word + 1, colon)) : 0;
  }

  /** With the line that some programs draw above the row. */
  private static int withRuler(String line, int start) {
    int i = start;
    while (i > 0
        && ("_-=*".indexOf(line.charAt(i - 1)) >= 0 || Character.isSpaceChar(line.charAt(i - 1)))) {
      i--;
    }
    return i;
  }

  private static int bySeparator(String line, int limit) {
    int run = line.indexOf("----");
    while (run >= 0 && run < limit) {
      int end = run;
      while (end < line.length() && (line.charAt(end) == '-' || line.charAt(end) == ' ')) {
        end++;
      }
      int stop = Math.min(line.length(), end + MAX_SEPARATOR);
      if (ThreadSeparator.starts(line.substring(end, stop))) {
        return run;
      }
      run = line.indexOf("----", end);
    }
    return limit;
  }
}
