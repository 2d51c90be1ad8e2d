package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/**
 * Tells a sentence in which somebody asks to be left off a list from a footer that offers it.
 *
 * <p>Both name the leaving. A footer leads its reader somewhere ("click here", a link) or is the
 * bare name of a link. A person says "me" or, in few words, "please", or adds the bare name to a
 * short answer, in the same line ("Not interested. Unsubscribe.").
 */
final class OptOutRequest {

  private static final int MAX_PLEA_WORDS = 6;
  private static final int MAX_BARE_WORDS = 4;
  private static final int MAX_ANSWER = 60;
  private static final String[] LINKS = {"http", "www.", "<http", "(http", "[http", "<www"};

  private OptOutRequest() {}

  /**
   * Whether a person asks.
   *
   * @param from first sign of the letter
   * @param start first sign of the sentence
   * @param end behind its last
   */
  static boolean is(String text, int from, int start, int end) {
    Hits hits = new Hits();
    Phrases.requests().find(text, start, end, hits);
    if (!hits.hasAny(Kind.WISH.bit()) || hits.hasAny(Kind.POINTER.bit()) || isLink(text, end)) {
      return false;
    }
    int words = words(text, start, end);
    return hits.hasAny(Kind.PERSON.bit())
        || (hits.hasAny(Kind.PLEA.bit()) && words <= MAX_PLEA_WORDS)
        || (words <= MAX_BARE_WORDS && endsAnswer(text, from, start));
  }

  private static boolean isLink(String text, int end) {
    int i = end;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    for (String link : LINKS) {
      if (text.startsWith(link, i)) {
        return true;
      }
    }
    return false;
  }

  private static int words(String text, int start, int end) {
    int words = 0;
    boolean inside = false;
    for (int i = start; i < end; i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }

  /**
   * Whether little stands in front, and its last sentence ends in this line, without a question.
   */
  private static boolean endsAnswer(String text, int from, int start) {
    if (start - from < 2 || start - from > MAX_ANSWER || text.charAt(start - 1) != ' ') {
      return false;
    }
    char before = text.charAt(start - 2);
    return before == '.' || before == '!';
  }
}
