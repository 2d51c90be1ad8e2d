package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/** Cuts what can be cut safely from a text whose line breaks were lost. */
final class FlatText {

  private static final int MAX_TAIL = 60;
  private static final int MAX_SIGNATURE = 320;
  private static final int MAX_SIGNATURE_WORDS = 45;
  private static final int SMALL_WORDS_IN = 4;
  private static final String PARTICLES =
      " de da do dos di du del della van von der den la le el y e et und and of at for bei en og"
          + " och og i in zu zur ";

  private FlatText() {}

  /** What is left of a text of one line. */
  static String strip(String line) {
    String own = line.substring(0, FlatThread.start(line)).stripTrailing();
    if (own.isEmpty()) {
      return own;
    }
    Footers footers = new Footers(own, 0, own.length(), true);
    int end = footers.start();
    String kept = end == 0 ? own : own.substring(0, end).stripTrailing();
    String open = withoutClosing(kept, footers.hits());
    return open.isBlank() ? kept : open;
  }

  /** Without a closing phrase, the name after it and the lines under that; a postscript stays. */
  private static String withoutClosing(String line, Hits hits) {
    if (hits.hasAny(Kind.CLOSING.bit())) {
      for (int i = 0; i < hits.count(); i++) {
        if (hits.is(i, Kind.CLOSING) && hits.end(i) <= line.length()) {
          String open = withoutClosing(line, hits.start(i), hits.end(i));
          if (open != null) {
            return open;
          }
        }
      }
    }
    return withoutOddClosing(line);
  }

  private static String withoutClosing(String line, int start, int end) {
    if (start == 0 || !closes(line, start, end)) {
      return null;
    }
    int postscript = postscript(line, end);
    String name = line.substring(end, postscript);
    if (!isSignature(name)) {
      return null;
    }
    String open = line.substring(0, start).stripTrailing();
    return postscript == line.length() ? open : open + "  " + line.substring(postscript).strip();
  }

  /** Whether a phrase stands where a closing may: apart from the sentence before it. */
  private static boolean closes(String line, int start, int end) {
    if (!Character.isUpperCase(line.charAt(start))
        || line.charAt(start - 1) > ' ' && line.charAt(start - 1) != '\u00A0') {
      return false;
    }
    char after = end < line.length() ? line.charAt(end) : ',';
    if (Character.isLetterOrDigit(after) || after == '\'' || after == '\u2019' || after == '?') {
      return false;
    }
    int i = start - 1;
    while (i > 0 && (line.charAt(i) <= ' ' || line.charAt(i) == '\u00A0')) {
      i--;
    }
    char before = line.charAt(i);
    boolean apart = start - i > 2 || !(Character.isLetterOrDigit(before) || before == ',');
    boolean phrase = line.substring(start, end).indexOf(' ') > 0;
    boolean comma = after == ',' || after == '!' || end == line.length();
    return apart ? comma || phrase || start - i > 2 : phrase;
  }

  private static int postscript(String line, int from) {
    for (int i = line.indexOf(" P", from); i >= 0; i = line.indexOf(" P", i + 1)) {
      if (line.startsWith("P.S", i + 1)
          || line.startsWith("PS:", i + 1)
          || line.startsWith("PS.", i + 1)
          || line.startsWith("PS ", i + 1)) {
        return i;
      }
    }
    return line.length();
  }

  /** Whether a text reads like a name with a title, a company and addresses, not like prose. */
  private static boolean isSignature(String rest) {
    String text = rest.strip();
    if (text.length() > MAX_SIGNATURE || text.indexOf('?') >= 0) {
      return false;
    }
    String[] words = text.split("[\\s,|!\u00A0]+");
    int small = 0;
    int counted = 0;
    for (String word : words) {
      if (!word.isEmpty()) {
        boolean isSmall = isSmall(word);
        if (isSmall && counted == 0 && words.length > 2) {
          return false;
        }
        small += isSmall ? 1 : 0;
        counted++;
      }
    }
    return counted <= MAX_SIGNATURE_WORDS
        && (counted <= 2 || small * SMALL_WORDS_IN <= counted)
        && (small == 0 || !text.endsWith("."));
  }

  /** Whether a text is a name: up to five words, with capitals but for "van" and the like. */
  static boolean isName(String text) {
    String[] words = text.strip().split("[\\s\u00A0]+");
    for (String word : words) {
      if (isSmall(word)) {
        return false;
      }
    }
    return words.length <= 6;
  }

  private static boolean isSmall(String word) {
    return Character.isLowerCase(word.charAt(0))
        && word.indexOf('.') < 0
        && word.indexOf('@') < 0
        && !PARTICLES.contains(" " + word + " ");
  }

  /** Without a closing phrase that only its last word shows ("With sunny regards, Ann"). */
  private static String withoutOddClosing(String line) {
    int comma = line.indexOf(',', Math.max(0, line.length() - MAX_TAIL));
    while (comma >= 0) {
      int start = sentenceStart(line, comma);
      if (start > 0) {
        String phrase = line.substring(start, comma).strip();
        if (ClosingPhrase.of(phrase) == ClosingPhrase.CLOSING
            && isSignature(line.substring(comma + 1))) {
          return line.substring(0, start).stripTrailing();
        }
      }
      comma = line.indexOf(',', comma + 1);
    }
    return line;
  }

  private static int sentenceStart(String line, int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - MAX_TAIL); i--) {
      char c = line.charAt(i);
      boolean blankLine = c == ' ' && line.charAt(i - 1) == ' ';
      if (c == '.' || c == '!' || c == '?' || blankLine) {
        return i + 1;
      }
    }
    return 0;
  }
}
