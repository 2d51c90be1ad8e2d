package dev.uncanned.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The "wrote" of a reply header, found in a text, with the words that stand beside it.
 *
 * <p>Mail programs write the name of a sender there. "I wrote" and "Sie schrieben" are words of a
 * letter, so each verb knows the words of its language that are no name.
 */
final class WroteVerb {

  private static final Set<String> ENGLISH = Set.of("i", "you", "we", "he", "she", "they");
  private static final Set<String> GERMAN =
      Set.of("ich", "du", "sie", "wir", "er", "ihr", "mir", "dir", "uns", "ihnen", "man");
  private static final Set<String> FRENCH =
      Set.of("je", "tu", "il", "elle", "on", "nous", "vous", "ai", "as", "avez", "avons", "ont");
  private static final Set<String> SPANISH =
      Set.of("yo", "tú", "él", "ella", "usted", "ustedes", "me", "te", "le", "nos");
  private static final Set<String> PORTUGUESE =
      Set.of("eu", "tu", "ele", "ela", "você", "vocês", "me", "te", "lhe", "nos");
  private static final Set<String> ITALIAN =
      Set.of("io", "tu", "lui", "lei", "voi", "ho", "hai", "avete", "abbiamo", "hanno");
  private static final Set<String> DUTCH =
      Set.of("ik", "jij", "je", "u", "wij", "we", "hij", "zij", "ze", "jullie");
  private static final Set<String> NORDIC =
      Set.of("jag", "jeg", "eg", "du", "ni", "vi", "han", "hon", "hun", "de", "dere", "i");
  private static final Set<String> POLISH = Set.of("ja", "ty", "on", "ona", "pan", "pani", "mi");
  private static final Set<String> RUSSIAN = Set.of("я", "ты", "вы", "мы", "он", "она", "мне");
  private static final Set<String> NOBODY = Set.of();
  private static final Set<String> HAS = Set.of("a", "ha", "hat", "heeft");

  private static final List<Word> WORDS =
      List.of(
          new Word("wrote", ENGLISH),
          new Word("schrieb", GERMAN),
          new Word("schrieben", GERMAN),
          new Word("geschrieben", GERMAN),
          new Word("écrit", FRENCH),
          new Word("ecrit", FRENCH),
          new Word("escribió", SPANISH),
          new Word("escribio", SPANISH),
          new Word("escreveu", PORTUGUESE),
          new Word("scritto", ITALIAN),
          new Word("schreef", DUTCH),
          new Word("geschreven", DUTCH),
          new Word("skrev", NORDIC),
          new Word("skreiv", NORDIC),
          new Word("kirjoitti", Set.of("hän")),
          new Word("pisze", POLISH),
          new Word("napisał", POLISH),
          new Word("napisała", POLISH),
          new Word("napisał(a)", POLISH),
          new Word("napsal", NOBODY),
          new Word("napsala", NOBODY),
          new Word("napsal(a)", NOBODY),
          new Word("írta", NOBODY),
          new Word("yazdı", NOBODY),
          new Word("scris", NOBODY),
          new Word("написал", RUSSIAN),
          new Word("написала", RUSSIAN),
          new Word("написал(а)", RUSSIAN),
          new Word("пишет", RUSSIAN),
          new Word("写道", NOBODY),
          new Word("寫道", NOBODY),
          new Word("작성", NOBODY),
          new Word("のメッセージ", NOBODY));

  /** Letters from here on are written without spaces between words. */
  private static final char UNSPACED = '\u2E80';

  private final String text;
  private final Word word;
  private final int start;

  private WroteVerb(String text, Word word, int start) {
    this.text = text;
    this.word = word;
    this.start = start;
  }

  private record Word(String letters, Set<String> speakers) {}

  /** The last such verb of a text, or null. */
  static WroteVerb lastIn(String text) {
    WroteVerb last = null;
    for (Word word : WORDS) {
      int at = text.lastIndexOf(word.letters());
      while (at >= 0 && !isWord(text, at, at + word.letters().length())) {
        at = text.lastIndexOf(word.letters(), at - 1);
      }
      if (at >= 0 && (last == null || at + word.letters().length() > last.end())) {
        last = new WroteVerb(text, word, at);
      }
    }
    return last;
  }

  private static boolean isWord(String text, int from, int to) {
    return text.charAt(from) >= UNSPACED || !isLetter(text, from - 1) && !isLetter(text, to);
  }

  private static boolean isLetter(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  int start() {
    return start;
  }

  int end() {
    return start + word.letters().length();
  }

  /** Whether the word beside the verb says that the writer or the reader wrote, or "he". */
  boolean isSpoken() {
    return word.speakers().contains(before()) || word.speakers().contains(after());
  }

  /** Whether the verb ends the text or has a name after it. */
  boolean isOfName() {
    String rest = text.substring(end());
    int from = 0;
    while (from < rest.length() && !Character.isLetterOrDigit(rest.charAt(from))) {
      from++;
    }
    return from == rest.length()
        || !Character.isLowerCase(rest.charAt(from)) && FlatText.isName(rest.substring(from));
  }

  /** The word before the verb, or before the "has" of "has written". */
  private String before() {
    int to = beforeSpace(start);
    int from = wordStart(to);
    if (HAS.contains(text.substring(from, to))) {
      to = beforeSpace(from);
      from = wordStart(to);
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private int beforeSpace(int at) {
    int to = at;
    while (to > 0 && Character.isSpaceChar(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  private int wordStart(int to) {
    int from = to;
    while (isLetter(text, from - 1)) {
      from--;
    }
    return from;
  }

  private String after() {
    int from = end();
    while (from < text.length() && Character.isSpaceChar(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (isLetter(text, to)) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
