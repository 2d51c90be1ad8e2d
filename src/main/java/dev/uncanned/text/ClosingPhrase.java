package dev.uncanned.text;

import dev.uncanned.text.Phrases.Kind;

/**
 * Recognises the phrase that closes a letter, such as "Mit freundlichen Grüßen", alone in its line
 * or with a name behind a comma.
 *
 * <p>All of its words have to be words of closings, so that a line that only ends in one ("We hire
 * the best") is none. Thanks are told apart: they stand inside of letters as well.
 */
enum ClosingPhrase {
  NONE,
  CLOSING,
  THANKS;

  static final int MAX_LENGTH = 60;
  private static final int MAX_WORDS = 6;
  private static final int MAX_NAME_WORDS = 4;

  /** Signs that may stand between the words of a phrase. */
  private static final String JOINTS = " \u00A0&+-/,'\u2019*_";

  /** What a trimmed line is; a name behind a comma is no part of it. */
  static ClosingPhrase of(String line) {
    if (line.isEmpty() || line.length() > MAX_LENGTH || !begins(line)) {
      return NONE;
    }
    int end = withoutTail(line);
    if (end <= 0) {
      return NONE;
    }
    Phrases closings = Phrases.closings();
    if (closings.is(Kind.THANKS, line, 0, end)) {
      return THANKS;
    }
    return Phrases.footers().is(Kind.CLOSING, line, 0, end) || areClosingWords(line, end)
        ? CLOSING
        : NONE;
  }

  /** Whether the whole phrase with a name is in the line: "Best regards, Ann Lee". */
  static ClosingPhrase withName(String line) {
    int comma = line.indexOf(',');
    if (comma < 0 || comma + 2 >= line.length() || line.length() > MAX_LENGTH) {
      return NONE;
    }
    ClosingPhrase phrase = of(line.substring(0, comma));
    return phrase != NONE && isName(line.substring(comma + 1).strip()) ? phrase : NONE;
  }

  private static boolean isName(String rest) {
    String[] words = rest.split("\\s+");
    if (words.length > MAX_NAME_WORDS || rest.endsWith("?") || rest.endsWith(":")) {
      return false;
    }
    for (String word : words) {
      if (word.isEmpty() || Character.isLowerCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** A bullet or a number is no beginning; a sign of emphasis is. */
  private static boolean begins(String line) {
    int i = 0;
    while (i < line.length() && "*_".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return i < line.length() && Character.isLetter(line.codePointAt(i));
  }

  /**
   * Where the comma, exclamation mark or emoji at the end begins; -1 if the line goes on in another
   * way.
   */
  private static int withoutTail(String line) {
    int end = line.length();
    while (end > 0 && !Character.isLetter(line.charAt(end - 1))) {
      char c = line.charAt(--end);
      if (c == ':' && end == line.length() - 1 || c == '?' || Character.isDigit(c)) {
        return -1;
      }
    }
    return end;
  }

  private static boolean areClosingWords(String line, int end) {
    int words = 0;
    boolean head = false;
    int i = 0;
    while (i < end) {
      int start = i;
      while (i < end && Character.isLetter(line.charAt(i))) {
        i++;
      }
      if (i > start) {
        boolean isHead = Phrases.closings().is(Kind.HEAD, line, start, i);
        if (++words > MAX_WORDS
            || !isHead && !Phrases.closings().is(Kind.MODIFIER, line, start, i)) {
          return false;
        }
        head |= isHead;
      } else if (i < end && JOINTS.indexOf(line.charAt(i++)) < 0) {
        return false;
      }
    }
    return head;
  }
}
