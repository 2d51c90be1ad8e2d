package dev.uncanned.text;

import java.util.Arrays;

/**
 * Where the tokens of a masked text, placeholders too, stand in the text that people read.
 *
 * <p>Places are offsets of Java characters in {@link TextDocument#text}. Begins never fall; the
 * overlapping grams of scripts without spaces overlap here as well. A character that folding turns
 * into several, such as a ligature, belongs to each token that has a part of it.
 */
public final class TokenPlaces {

  private static final char OPEN = Placeholder.FIRST.token().charAt(0);

  private final String masked;

  /** Where each token begins in the masked text, and behind the last where another one would. */
  private final int[] tokens;

  private final int[] starts;
  private final int[] ends;

  TokenPlaces(String masked, int[] starts, int[] ends) {
    this.masked = masked;
    this.starts = starts;
    this.ends = ends;
    this.tokens = new int[starts.length + 1];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      tokens[i] = at;
      int space = masked.indexOf(' ', at);
      at = (space < 0 ? masked.length() : space) + 1;
    }
    tokens[starts.length] = at;
  }

  /** Number of tokens. */
  public int count() {
    return starts.length;
  }

  /** A token as it stands in the masked text. */
  public String token(int i) {
    return masked.substring(tokens[i], tokens[i + 1] - 1);
  }

  /** Whether a token is a word and no placeholder. */
  public boolean isWord(int i) {
    return masked.charAt(tokens[i]) != OPEN;
  }

  /** Whether a token is the placeholder of this kind. */
  public boolean is(int i, Placeholder kind) {
    return !isWord(i)
        && kind.token().length() == tokens[i + 1] - 1 - tokens[i]
        && masked.startsWith(kind.token(), tokens[i]);
  }

  /** First character of a token. */
  public int start(int i) {
    return starts[i];
  }

  /** Character behind the last of a token. */
  public int end(int i) {
    return ends[i];
  }

  /** The first token that begins at a character or behind it; {@link #count} if none does. */
  public int firstFrom(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && starts[found - 1] == offset) {
      found--;
    }
    return found;
  }

  /** The masked text. */
  public String masked() {
    return masked;
  }
}
