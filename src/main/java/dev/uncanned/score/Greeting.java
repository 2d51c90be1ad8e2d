package dev.uncanned.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The salutation of a text: where the name stands that it greets.
 *
 * @param end place behind the greeting words, before the name
 * @param words the words between them and the mark that ends the salutation, honorifics left out;
 *     empty where there is none
 * @param closed whether a comma, a colon, a line end or the like ends it within a few words
 */
record Greeting(int end, List<Word> words, boolean closed) {

  /** A word with its place. */
  record Word(String text, int start, int end) {}

  private static final int MAX_WORDS = 5;
  private static final int MAX_LEAD_WORDS = 3;
  private static final String CLOSING = ",!:;.?\n\r-\u2013\u2014\u2026)";

  /** English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish. */
  private static final Set<String> WORDS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "greetings",
          "good morning",
          "good afternoon",
          "good evening",
          "good day",
          "hallo",
          "hall\u00f6chen",
          "liebe",
          "lieber",
          "liebes",
          "guten tag",
          "guten morgen",
          "guten abend",
          "sehr geehrte",
          "sehr geehrter",
          "moin",
          "servus",
          "gr\u00fc\u00df gott",
          "werte",
          "werter",
          "bonjour",
          "bonsoir",
          "salut",
          "cher",
          "ch\u00e8re",
          "chere",
          "coucou",
          "hola",
          "buenos d\u00edas",
          "buenos dias",
          "buenas tardes",
          "buenas noches",
          "estimado",
          "estimada",
          "querido",
          "querida",
          "ol\u00e1",
          "ola",
          "oi",
          "bom dia",
          "boa tarde",
          "boa noite",
          "prezado",
          "prezada",
          "caro",
          "cara",
          "ciao",
          "buongiorno",
          "buonasera",
          "salve",
          "gentile",
          "egregio",
          "beste",
          "hoi",
          "dag",
          "geachte",
          "goedemorgen",
          "goedemiddag",
          "goedenavond",
          "hej",
          "hejsan",
          "hall\u00e5",
          "b\u00e4sta",
          "k\u00e4ra",
          "k\u00e4re",
          "tjena",
          "god morgon",
          "god dag");

  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "doctor",
          "herr",
          "frau",
          "herrn",
          "m",
          "mme",
          "mlle",
          "monsieur",
          "madame",
          "mademoiselle",
          "se\u00f1or",
          "se\u00f1ora",
          "sr",
          "sra",
          "srta",
          "senhor",
          "senhora",
          "signor",
          "signora",
          "sig",
          "dott",
          "dottor",
          "dottoressa",
          "mevrouw",
          "meneer",
          "heer",
          "mw",
          "dhr",
          "fru",
          "don",
          "do\u00f1a",
          "dona",
          "ing",
          "dipl");

  /** The salutation with which a text begins; null if it begins with none. */
  static Greeting of(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = leadEnd(text, start);
    return end < 0 ? null : read(text, end);
  }

  /** The place behind the longest greeting at a place; -1 without one. */
  private static int leadEnd(String text, int start) {
    int found = -1;
    int end = start;
    for (int words = 0; words < MAX_LEAD_WORDS; words++) {
      end = wordEnd(text, end);
      if (end - start > 20) {
        break;
      }
      if (WORDS.contains(NameMatch.lower(text.substring(start, end)))) {
        found = end;
      }
      if (end >= text.length() || text.charAt(end) != ' ') {
        break;
      }
      end++;
    }
    return found;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Greeting read(String text, int lead) {
    List<Word> words = new ArrayList<>(2);
    int i = lead;
    int read = 0;
    while (read <= MAX_WORDS) {
      while (i < text.length() && isBlank(text.charAt(i))) {
        i++;
      }
      int end = nameEnd(text, i);
      if (end == i) {
        return new Greeting(lead, words, closes(text, i));
      }
      String word = text.substring(i, end);
      if (!HONORIFICS.contains(NameMatch.lower(word))) {
        words.add(new Word(word, i, end));
      }
      boolean abbreviated = end < text.length() && text.charAt(end) == '.' && isShort(word);
      i = abbreviated ? end + 1 : end;
      read++;
    }
    return new Greeting(lead, words, false);
  }

  /** {@code Dr.} and {@code J.}: the full stop does not end the salutation. */
  private static boolean isShort(String word) {
    return word.length() == 1 || HONORIFICS.contains(NameMatch.lower(word));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0' || c == '\t';
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text, end, start)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(String text, int i, int start) {
    char c = text.charAt(i);
    if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    boolean joins = c == '\'' || c == '\u2019' || c == '-' || c == '/';
    boolean inside = i > start && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    return joins && inside || c == '&' && i == start;
  }

  private static boolean closes(String text, int i) {
    if (i >= text.length()) {
      return true;
    }
    char c = text.charAt(i);
    boolean domain = c == '.' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    return !domain && CLOSING.indexOf(c) >= 0;
  }
}
