package dev.uncanned.archive;

import java.util.Arrays;

/**
 * Says which characters of an address list separate its people, and which stand inside of quotes,
 * comments and angle brackets.
 *
 * <p>People write {@code 19" Rack <a@x>} and {@code Ann (Sales <a@x>}, so a mark opens something
 * only if it is seen where that closes: a comment and an angle bracket before the next bracket that
 * ends an address, quotes too unless a piece begins with them. Else the mark would swallow all
 * people up to the next one of its kind. Goes through the text once, in linear time.
 */
final class AddressCursor {

  private static final int NEVER = -1;

  private final String text;
  private final int[] commentEnds;
  private int closing = NEVER;
  private int quote = NEVER;
  private int angleOpen = NEVER;
  private int angleClose = NEVER;
  private boolean angle;
  private boolean fresh = true;

  AddressCursor(String text) {
    this.text = text;
    this.commentEnds = commentEnds(text);
  }

  /** The character if it separates, else 0; to be asked for each index, in order. */
  char meet(int i) {
    char c = text.charAt(i);
    if (i <= closing) {
      return 0;
    }
    if (c == '"') {
      closing = quotesEnd(i);
    } else if (c == '(') {
      closing = commentEnds[i];
    } else if (c == '<') {
      angle = isAngle(i);
    } else if (c == '>') {
      angle = false;
    } else if (!angle) {
      fresh = c == ',' || c == ';' || c == ':' || (fresh && c <= ' ');
      return c;
    }
    fresh = false;
    return 0;
  }

  /** For each bracket that opens a comment the index where it closes; empty if there is none. */
  private static int[] commentEnds(String text) {
    if (text.indexOf('(') < 0) {
      return new int[0];
    }
    int[] ends = new int[text.length()];
    Arrays.fill(ends, NEVER);
    int[] open = new int[text.length()];
    int depth = 0;
    for (int i = 0; i < ends.length; i++) {
      char c = text.charAt(i);
      if (c == '\\' && depth > 0) {
        i++;
      } else if (c == '(') {
        open[depth++] = i;
      } else if (c == ')' && depth > 0) {
        ends[open[--depth]] = i;
      } else if (c == '>') {
        depth = 0;
      }
    }
    return ends;
  }

  /** Where the quotes that open here close; {@link #NEVER} if the mark is only a character. */
  private int quotesEnd(int i) {
    int close = nextQuote(i);
    boolean swallows = nextClose(i) < close && (!fresh || isBehindSeparator(close));
    return close == text.length() || swallows ? NEVER : close;
  }

  /** The next quote behind one that no backslash stands before; the length if there is none. */
  private int nextQuote(int i) {
    // One that a search from an earlier quote passed over was escaped: both end at the same place.
    if (quote <= i) {
      quote = i + 1;
      while (quote < text.length() && text.charAt(quote) != '"') {
        quote += text.charAt(quote) == '\\' ? 2 : 1;
      }
      quote = Math.min(quote, text.length());
    }
    return quote;
  }

  /** Whether nothing but blanks stands between a comma or semicolon and this place. */
  private boolean isBehindSeparator(int i) {
    int before = i - 1;
    while (before > 0 && text.charAt(before) <= ' ') {
      before--;
    }
    return text.charAt(before) == ',' || text.charAt(before) == ';';
  }

  /** Whether an address in angle brackets closes before another one opens. */
  private boolean isAngle(int i) {
    angleOpen = angleOpen > i ? angleOpen : next('<', i);
    return nextClose(i) < angleOpen;
  }

  private int nextClose(int i) {
    angleClose = angleClose > i ? angleClose : next('>', i);
    return angleClose;
  }

  private int next(char mark, int i) {
    int at = text.indexOf(mark, i + 1);
    return at < 0 ? text.length() : at;
  }
}
