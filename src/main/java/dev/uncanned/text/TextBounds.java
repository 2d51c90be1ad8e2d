package dev.uncanned.text;

/** Finds where lines and sentences of a letter begin and end, with or without its line breaks. */
final class TextBounds {

  private static final int MAX_SENTENCE = 400;
  private static final int WRAPPED = 45;

  private final String text;
  private final int from;
  private final boolean flat;

  /**
   * Looks at a text from a place on.
   *
   * @param flat whether its line breaks were lost
   */
  TextBounds(String text, int from, boolean flat) {
    this.text = text;
    this.from = from;
    this.flat = flat;
  }

  static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0';
  }

  /**
   * Whether a footer may begin here: at the beginning of a line, after the end of a sentence, after
   * two spaces, or with a capital where line breaks were lost.
   */
  boolean beginsSegment(int start) {
    int i = start - 1;
    int spaces = 0;
    while (i >= from) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028') {
        return true;
      }
      if (isSpace(c)) {
        spaces++;
      } else if (Character.isLetterOrDigit(c) || c == ',' || c == '\'' || c == '\u2019') {
        return flat && (spaces > 1 || (spaces == 1 && Character.isUpperCase(text.charAt(start))));
      } else if (spaces > 0 && isSentenceEnd(c) || spaces > 1) {
        return true;
      }
      i--;
    }
    return true;
  }

  private static boolean isSentenceEnd(char c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u2026'
        || c == ':'
        || c == '|'
        || c == '\u3002';
  }

  /** The last sign before a place that is no white space, or one before the text. */
  int before(int place) {
    return before(text, from, place);
  }

  /** The same in a text that is looked at from a place on. */
  static int before(String text, int from, int place) {
    int i = place - 1;
    while (i >= from && isSpace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  /** Where the sentence at a place begins. */
  int sentenceStart(int place) {
    int limit = Math.max(from, place - MAX_SENTENCE);
    int first = place;
    for (int i = place - 1; i >= limit; i--) {
      char c = text.charAt(i);
      if (c == '\n' && !isWrapped(i)) {
        return first;
      }
      if (isSpace(c)) {
        char before = i > from ? text.charAt(i - 1) : '\n';
        if ((flat && before == ' ' && c == ' ') || isSentenceEnd(before)) {
          return first;
        }
      } else {
        first = i;
      }
    }
    return first;
  }

  /** Whether the line that ends here was long enough to be broken by the mail program. */
  private boolean isWrapped(int lineBreak) {
    int start = lineBreak - 1;
    while (start >= from && lineBreak - start <= WRAPPED && text.charAt(start) != '\n') {
      start--;
    }
    return lineBreak - start > WRAPPED;
  }

  /** Where the sentence at a place ends, not beyond the end of the text. */
  int sentenceEnd(int place, int end) {
    int limit = Math.min(end, place + MAX_SENTENCE);
    for (int i = place; i < limit; i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' || c == '!' || c == '?';
      if (stop && (i + 1 == end || isSpace(text.charAt(i + 1)))) {
        return i + 1;
      }
      if (c == '\n' && i + 1 < end && text.charAt(i + 1) == '\n') {
        return i;
      }
    }
    return limit;
  }

  int lineStart(int place) {
    int start = place;
    while (start > from && !Lines.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  int lineEnd(int place, int end) {
    int lineEnd = flat ? end : place;
    while (lineEnd < end && !Lines.isBreak(text.charAt(lineEnd))) {
      lineEnd++;
    }
    return lineEnd;
  }
}
