package dev.uncanned.text;

import java.util.List;

/**
 * Puts the overlapping 3-grams, into which runs of scripts without spaces are cut, together again,
 * so that people can read them.
 */
public final class CharacterGrams {

  private static final int GRAM = 3;
  private static final int SHARED = GRAM - 1;

  private CharacterGrams() {}

  /** Whether a token begins with the last two of the three characters of the one before it. */
  public static boolean overlap(String before, String token) {
    if (!isGram(before) || !isGram(token)) {
      return false;
    }
    String shared = before.substring(before.offsetByCodePoints(0, 1));
    return token.startsWith(shared);
  }

  /** The tokens with spaces between them; of those that overlap only what is new. */
  public static String joined(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (String token : tokens) {
      append(text, before, token);
      before = token;
    }
    return text.toString();
  }

  /** Appends a token to a text that ends with the token before it. */
  public static void append(StringBuilder text, String before, String token) {
    if (overlap(before, token)) {
      text.append(token, token.offsetByCodePoints(0, SHARED), token.length());
    } else {
      text.append(text.isEmpty() ? "" : " ").append(token);
    }
  }

  /**
   * The tokens as {@link #joined} gives them, without what they share with their neighbours; empty
   * if nothing else is left.
   *
   * @param before the token before the first; null if there is none
   * @param behind the token behind the last; null if there is none
   */
  public static String between(String before, List<String> tokens, String behind) {
    String text = joined(tokens);
    boolean first = before != null && overlap(before, tokens.get(0));
    boolean last = behind != null && overlap(tokens.get(tokens.size() - 1), behind);
    int length = text.codePointCount(0, text.length());
    int from = first ? SHARED : 0;
    int to = last ? length - SHARED : length;
    if (to <= from) {
      return "";
    }
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private static boolean isGram(String token) {
    int length = token.length();
    return length >= GRAM
        && length <= 2 * GRAM
        && Scripts.isUnspaced(token.codePointBefore(length))
        && token.codePointCount(0, length) == GRAM;
  }
}
