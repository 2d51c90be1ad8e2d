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

  /**
   * The places of the tokens of the same text where more of it is masked: a placeholder stands
   * where the words stood that it replaced. Which word belongs to which of several placeholders in
   * a row is a guess.
   *
   * @param more masked form of the text whose words stand in this one too, in the same order
   */
  public TokenPlaces ofMasked(String more) {
    String[] wanted = more.isEmpty() ? new String[0] : more.split(" ");
    int[] begins = new int[wanted.length];
    int[] stops = new int[wanted.length];
    int next = 0;
    int waiting = 0;
    for (int i = 0; i < wanted.length; i++) {
      int found = next;
      while (found < count() && !token(found).equals(wanted[i])) {
        found++;
      }
      if (found == count()) {
        waiting++;
        continue;
      }
      if (waiting == 0) {
        stretch(wanted, stops, i - 1, next, found);
      }
      spread(begins, stops, i - waiting, i, next, found);
      begins[i] = start(found);
      stops[i] = end(found);
      next = found + 1;
      waiting = 0;
    }
    if (waiting == 0) {
      stretch(wanted, stops, wanted.length - 1, next, count());
    }
    spread(begins, stops, wanted.length - waiting, wanted.length, next, count());
    return new TokenPlaces(more, begins, stops);
  }

  /** Words that nothing else claims were replaced by the placeholder before them. */
  private void stretch(String[] wanted, int[] stops, int before, int first, int end) {
    boolean unclaimed = end > first && before >= 0;
    if (unclaimed && wanted[before].charAt(0) == OPEN) {
      stops[before] = end(end - 1);
    }
  }

  /** Gives each of some placeholders one of the words that they replaced, the last one the rest. */
  private void spread(int[] begins, int[] stops, int from, int to, int first, int end) {
    int at = first;
    for (int i = from; i < to; i++) {
      int last = i == to - 1 ? end - 1 : Math.min(at, end - 1);
      boolean any = at < end;
      int nowhere = first > 0 ? end(first - 1) : 0;
      begins[i] = any ? start(at) : i > from ? stops[i - 1] : nowhere;
      stops[i] = any ? end(last) : begins[i];
      at = last + 1;
    }
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
