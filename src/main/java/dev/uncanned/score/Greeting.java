package dev.uncanned.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The salutation of a text: where the name stands that it greets.
 *
 * @param end place behind the greeting words and the honorifics, before the name
 * @param title the last honorific before the name, in lower case; null without one
 * @param words the words between them and the mark that ends the salutation, honorifics left out;
 *     empty where there is none
 * @param closed whether a comma, a colon, a line end or the like ends it within a few words
 */
record Greeting(int end, String title, List<Word> words, boolean closed) {

  /** A word with its place. */
  record Word(String text, int start, int end) {}

  private static final int MAX_WORDS = 5;
  private static final int MAX_LEAD_WORDS = 3;
  private static final int MAX_PARTED_WORDS = 2;
  private static final int MAX_ABBREVIATION = 5;
  private static final String CLOSING = ",!:;.?\n\r-\u2013\u2014\u2026)";
  private static final String EMOJI_CLOSING = ",!\n\r";
  private static final String PARTED_CLOSING = ",!.\n\r";
  private static final String ABBREVIATION_CLOSING = ",!:\n\r";

  /** English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish. */
  private static final Set<String> WORDS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "hiya",
          "howdy",
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
          "gr\u00fcss gott",
          "gr\u00fc\u00df dich",
          "gr\u00fcezi",
          "gruezi",
          "werte",
          "werter",
          "bonjour",
          "bonsoir",
          "salut",
          "cher",
          "ch\u00e8re",
          "chere",
          "chers",
          "ch\u00e8res",
          "cheres",
          "coucou",
          "hola",
          "buen d\u00eda",
          "buen dia",
          "buenas",
          "buenos d\u00edas",
          "buenos dias",
          "buenas tardes",
          "buenas noches",
          "estimado",
          "estimada",
          "estimados",
          "estimadas",
          "querido",
          "querida",
          "queridos",
          "queridas",
          "ol\u00e1",
          "ola",
          "oi",
          "bom dia",
          "boa tarde",
          "boa noite",
          "prezado",
          "prezada",
          "prezados",
          "prezadas",
          "caro",
          "cara",
          "caros",
          "caras",
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
          "sres",
          "srs",
          "sras",
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
          "dipl",
          "dra",
          "lic",
          "licda",
          "lda",
          "ldo",
          "arq",
          "mtra",
          "mtro",
          "d\u00f1a",
          "profa",
          "exma",
          "exmo",
          "eng",
          "enga",
          "mag",
          "assoc",
          "asst");

  private static final Set<String> WORDS_OF_LEADS = wordsOfLeads();

  private static Set<String> wordsOfLeads() {
    Set<String> words = new HashSet<>();
    WORDS.forEach(lead -> words.addAll(List.of(lead.split(" "))));
    return Set.copyOf(words);
  }

  /** Whether a word in lower case is one of those that greet. */
  static boolean greets(String word) {
    return WORDS_OF_LEADS.contains(word);
  }

  /** Whether words are a whole greeting before a name, such as "good morning". */
  static boolean isLead(String words) {
    return WORDS.contains(NameMatch.lower(words));
  }

  /** The salutation with which a text begins; null if it begins with none. */
  static Greeting of(String text) {
    int start = signsEnd(text, 0);
    int end = leadEnd(text, start);
    if (end < 0) {
      return null;
    }
    Greeting parted = text.startsWith(", ", end) ? read(text, end + 1) : null;
    return parted != null && parted.isName(text) ? parted : read(text, end);
  }

  /** The place behind blanks, emoji and the marks that open a Spanish sentence. */
  private static int signsEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a1' && c != '\u00bf' && !isEmoji(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isEmoji(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL
        || type == Character.MODIFIER_SYMBOL && c > Character.MAX_VALUE
        || c == '\ufe0f'
        || c == '\u200d';
  }

  /** Behind a comma a sentence may begin as well: only a few capitals up to a mark are a name. */
  private boolean isName(String text) {
    if (!closed || words.isEmpty() || words.size() > MAX_PARTED_WORDS) {
      return false;
    }
    for (Word word : words) {
      if (!Character.isUpperCase(word.text.charAt(0)) && !SlotFaults.isNothing(word.text)) {
        return false;
      }
    }
    int mark = words.get(words.size() - 1).end;
    while (mark < text.length() && isBlank(text.charAt(mark))) {
      mark++;
    }
    return text.startsWith(":\n", mark)
        || mark < text.length() && PARTED_CLOSING.indexOf(text.charAt(mark)) >= 0;
  }

  /** The place behind the longest greeting at a place and its other forms; -1 without one. */
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
    return found < 0 ? found : BothGenders.end(text, found, WORDS_OF_LEADS);
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
    String title = null;
    int end = lead;
    int i = lead;
    for (int read = 0; read <= MAX_WORDS; read++) {
      while (i < text.length() && isBlank(text.charAt(i))) {
        i++;
      }
      int titleEnd = titleEnd(text, i);
      if (titleEnd > i) {
        title = words.isEmpty() ? NameMatch.lower(text.substring(i, wordEnd(text, i))) : title;
        end = words.isEmpty() ? titleEnd : end;
        i = titleEnd;
        continue;
      }
      int wordEnd = nameEnd(text, i);
      if (wordEnd == i) {
        return new Greeting(end, title, words, closes(text, i));
      }
      String word = text.substring(i, wordEnd);
      boolean abbreviated = isAbbreviation(text, word, wordEnd);
      title = words.isEmpty() && abbreviated ? NameMatch.lower(word) : title;
      words.add(new Word(word, i, wordEnd));
      i = abbreviated || word.length() == 1 ? stopEnd(text, wordEnd) : wordEnd;
    }
    return new Greeting(end, title, words, false);
  }

  /** The place behind an honorific in all its forms; the place itself without one. */
  private static int titleEnd(String text, int start) {
    int wordEnd = wordEnd(text, start);
    if (!HONORIFICS.contains(NameMatch.lower(text.substring(start, wordEnd)))) {
      return start;
    }
    int end = stopEnd(text, wordEnd);
    int both = BothGenders.end(text, end, HONORIFICS);
    boolean name = both == end && nameEnd(text, start) > wordEnd;
    return name ? start : stopEnd(text, both);
  }

  private static int stopEnd(String text, int end) {
    boolean stop = end < text.length() && text.charAt(end) == '.';
    return stop ? end + 1 : end;
  }

  /** {@code Xyz. Jones,}: in front of a name that a mark closes, a full stop shortens a title. */
  private static boolean isAbbreviation(String text, String word, int end) {
    if (word.length() == 1
        || word.length() > MAX_ABBREVIATION
        || SlotFaults.isNothing(word)
        || !text.startsWith(". ", end)) {
      return false;
    }
    int i = end + 2;
    for (int names = 0; names < MAX_PARTED_WORDS; names++) {
      int nameEnd = nameEnd(text, i);
      if (nameEnd == i || !Character.isUpperCase(text.charAt(i))) {
        return false;
      }
      if (nameEnd == text.length() || ABBREVIATION_CLOSING.indexOf(text.charAt(nameEnd)) >= 0) {
        return true;
      }
      i = nameEnd + 1;
    }
    return false;
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

  private static boolean closes(String text, int start) {
    int i = emojiEnd(text, start);
    if (i >= text.length()) {
      return true;
    }
    char c = text.charAt(i);
    if (i > start) {
      return EMOJI_CLOSING.indexOf(c) >= 0;
    }
    boolean domain = c == '.' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    return !domain && CLOSING.indexOf(c) >= 0;
  }

  private static int emojiEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isEmoji(c) && !(i > start && isBlank(text.charAt(i)))) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }
}
