package dev.uncanned.score;

import dev.uncanned.text.TokenPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into sentences and counts which of their words were written for this message.
 *
 * <p>A sentence ends with a full stop, question or exclamation mark before white space or the end
 * of the text (Chinese and Japanese ones anywhere), except inside of a token such as a link and
 * after an initial or a title such as "Dr."; with an empty line; and with any other line end,
 * unless the line is so long that a mail program may have wrapped it. Upper and lower case make no
 * difference. Linear time.
 */
public final class Sentences {

  /** A longer line may have been wrapped by a mail program. */
  static final int WRAPPED_LINE = 55;

  private static final int ASCII_END = 0x80;

  static final String ENDS = ".!?\u2026";
  private static final String WIDE_ENDS = "\u3002\uFF01\uFF1F\u0964\u061F";
  private static final String CLOSING = "\"')]\u201D\u2019\u00BB\u300D\u300F";
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "hr", "fr", "sr", "sra", "dra", "vs", "nr", "dott",
          "ing", "mme", "mlle", "mag", "dipl", "bzw", "ca", "resp", "incl", "inkl");

  private final String text;
  private final TokenPlaces places;
  private final boolean[] customised;
  private final List<Sentence> sentences = new ArrayList<>();
  private int token;
  private int lineStart;

  private Sentences(String text, TokenPlaces places, List<Integer> spans) {
    this.text = text;
    this.places = places;
    this.customised = customised(places.count(), spans);
  }

  /**
   * The sentences of a text in order; each token lies in exactly one.
   *
   * @param places where its tokens stand
   * @param spans {@link Customised#spans}; null where not known
   */
  public static List<Sentence> of(String text, TokenPlaces places, List<Integer> spans) {
    Sentences cutter = new Sentences(text, places, spans);
    cutter.cut();
    return cutter.sentences;
  }

  /** For each token whether it lies in a customised run. */
  static boolean[] customised(int tokens, List<Integer> spans) {
    boolean[] customised = new boolean[tokens];
    for (int run = 0; spans != null && run + 1 < spans.size(); run += 2) {
      int end = Math.min(tokens, spans.get(run + 1));
      for (int i = Math.max(0, spans.get(run)); i < end; i++) {
        customised[i] = true;
      }
    }
    return customised;
  }

  private void cut() {
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      int end = sentenceEnd(i);
      if (end < 0) {
        i++;
        continue;
      }
      add(start, end);
      start = end;
      i = end;
    }
    add(start, text.length());
  }

  /** End of the sentence that ends at a character; negative if none does. */
  private int sentenceEnd(int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      boolean wrapped = i - lineStart >= WRAPPED_LINE && !emptyLine(i + 1);
      lineStart = i + 1;
      return wrapped ? -1 : i + 1;
    }
    // Most characters are told at once, without a search.
    if (c == ' ' || (c > '?' && c < ASCII_END)) {
      return -1;
    }
    boolean wide = WIDE_ENDS.indexOf(c) >= 0;
    if (!wide && ENDS.indexOf(c) < 0) {
      return -1;
    }
    int end = i + 1;
    while (end < text.length() && isTail(text.charAt(end))) {
      end++;
    }
    boolean closes = wide || end == text.length() || Character.isWhitespace(text.charAt(end));
    return closes && !insideToken(i) && !(c == '.' && isShort(i)) ? end : -1;
  }

  private static boolean isTail(char c) {
    return ENDS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
  }

  private boolean emptyLine(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean insideToken(int i) {
    int next = places.firstFrom(i + 1);
    return next > 0 && places.end(next - 1) > i + 1;
  }

  /** Whether the word before a full stop is an initial or a title. */
  private boolean isShort(int stop) {
    int previous = places.firstFrom(stop) - 1;
    if (previous < 0 || places.end(previous) != stop) {
      return false;
    }
    String word = places.token(previous);
    return TITLES.contains(word)
        || (word.length() == 1 && Character.isLetter(word.charAt(0)) && !isLast(stop));
  }

  private boolean isLast(int stop) {
    return stop + 1 == text.length() || text.charAt(stop + 1) == '\n';
  }

  private void add(int from, int to) {
    int first = token;
    int words = 0;
    int own = 0;
    while (token < places.count() && (places.start(token) < to || to == text.length())) {
      boolean word = places.isWord(token);
      words += word ? 1 : 0;
      own += word && customised[token] ? 1 : 0;
      token++;
    }
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start || token > first) {
      sentences.add(new Sentence(start, end, first, token, words, own));
    }
  }
}
