package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TokenPlaces;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a sentence names: numbers, quotations, links, and names by their capital letters.
 *
 * <p>Letters alone decide, no model of names: a word counts that begins with a capital in the
 * middle of a sentence which is not written in capitals throughout. In German, where nouns have
 * capitals, two in a row or a word in capitals are needed. What is the sender's or merely the
 * recipient's name is left out, and so are the first word behind a salutation, a word set off by
 * commas as in an address to the reader, trade words ({@code plain-words.txt}), and numbers that
 * count time.
 */
final class Anchors {

  private static final int MIN_KEY = 4;
  private static final int MAX_TOLD = 64;
  private static final int MAX_FIELD = 12;
  private static final int MAX_QUOTE = 25;
  private static final int MIN_NAME = 3;
  private static final int MAX_SALUTATION = 5;
  private static final double MOSTLY = 0.6;
  private static final char FIRST_UNSPACED = '\u0E00';
  private static final String OPENING = "\u201C\u201E\u00AB\u300C\u300E\u2039\"";
  private static final String CLOSING = "\u201D\u201C\u00BB\u300D\u300F\u203A\"";
  private static final String GERMAN = "de";
  private static final String SPANISH = "es";
  private static final Set<String> PLAIN = WordFile.words("plain-words.txt");
  private static final Set<String> TIME_UNITS = WordFile.words("time-units.txt");
  private static final Map<String, Set<String>> SECOND = WordFile.byLanguage("second-person.txt");
  private static final Set<String> SPANISH_OTHERS = WordFile.words("spanish-no-second-person.txt");
  private static final int MIN_VERB = 5;

  private final String text;
  private final TokenPlaces places;
  private final String lang;
  private final Set<String> senders;
  private final Set<String> readers = new HashSet<>();
  private final List<Anchor> found = new ArrayList<>();
  private Sentence sentence;

  /**
   * Anchors of one text.
   *
   * @param lang its language; null if not known
   * @param senders {@link #own} words of the sender
   */
  Anchors(
      String text, TokenPlaces places, String lang, Set<String> senders, List<Contact> recipients) {
    this.text = text;
    this.places = places;
    this.lang = lang;
    this.senders = senders;
    for (Contact recipient : recipients) {
      addNames(recipient, readers);
    }
  }

  /** Whether a word is the sender's own, or a name of a recipient. */
  private boolean isOwn(String word) {
    return readers.contains(word) || senders.contains(word);
  }

  /** The words that are the sender's own: names, company, position. */
  static Set<String> own(Contact sender) {
    Set<String> words = new HashSet<>();
    if (sender != null) {
      addNames(sender, words);
      addWords(sender.company(), words);
      addWords(sender.title(), words);
      addWords(RecipientFacts.domainName(sender.email()), words);
    }
    return words;
  }

  private static void addNames(Contact person, Set<String> words) {
    addWords(person.name(), words);
    addWords(person.first_name(), words);
    addWords(person.last_name(), words);
    if (person.email() != null) {
      addWords(person.email().substring(0, Math.max(0, person.email().indexOf('@'))), words);
    }
  }

  private static void addWords(String field, Set<String> words) {
    if (field != null) {
      words.addAll(List.of(WordKeys.of(field, MAX_FIELD)));
    }
  }

  /** Whether a sentence speaks to its reader; so it does in languages without a word list. */
  boolean speaksToReader(Sentence of) {
    Set<String> words = lang == null ? null : SECOND.get(lang);
    if (words == null && lang != null) {
      return true;
    }
    for (int i = of.first_token(); i < of.end_token(); i++) {
      String key = places.isWord(i) ? WordKeys.of(places, i) : null;
      if (key != null && (isSecondPerson(key, places.token(i), words) || isSpanishPreterite(key))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the ending says "you" where Spanish leaves out the pronoun: "lanzaste". */
  private boolean isSpanishPreterite(String key) {
    boolean ending = key.endsWith("aste") || key.endsWith("iste");
    return SPANISH.equals(lang)
        && ending
        && key.length() >= MIN_VERB
        && !SPANISH_OTHERS.contains(key);
  }

  private static boolean isSecondPerson(String key, String token, Set<String> words) {
    if (words != null) {
      return words.contains(key) || words.contains(token);
    }
    return SECOND.values().stream().anyMatch(list -> list.contains(key));
  }

  /** The anchors of a sentence, in the order of their kinds. */
  List<Anchor> of(Sentence given) {
    sentence = given;
    found.clear();
    quotations();
    for (int i = sentence.first_token(); i < sentence.end_token(); i++) {
      if (places.is(i, Placeholder.NUM)) {
        number(i);
      } else if (places.is(i, Placeholder.URL)) {
        link(i);
      }
    }
    names();
    return List.copyOf(found);
  }

  private void quotations() {
    int open = -1;
    for (int c = sentence.start(); c < sentence.end(); c++) {
      char sign = text.charAt(c);
      if (open >= 0 && CLOSING.indexOf(sign) >= 0) {
        quotation(open + 1, c);
        open = -1;
      } else if (OPENING.indexOf(sign) >= 0) {
        open = c;
      }
    }
  }

  private void quotation(int from, int to) {
    int first = Math.max(sentence.first_token(), places.firstFrom(from));
    int end = Math.min(sentence.end_token(), places.firstFrom(to));
    IntOpenHashSet keys = new IntOpenHashSet();
    int words = 0;
    for (int i = first; i < end; i++) {
      words += places.isWord(i) ? 1 : 0;
      addKey(i, keys);
    }
    if (words > 1 && end - first <= MAX_QUOTE) {
      add(Reference.QUOTATION, first, end, keys.toIntArray(), true);
    }
  }

  private void number(int i) {
    String digits = digits(slice(i));
    int next = i + 1;
    boolean time =
        next < sentence.end_token()
            && places.isWord(next)
            && TIME_UNITS.contains(WordKeys.of(places, next));
    boolean clock = slice(i).indexOf('/') >= 0 || slice(i).indexOf(':') >= 0;
    if (digits.length() > 1 && !time && !clock && !"100".equals(digits)) {
      add(Reference.NUMBER, i, i + 1, new int[] {digits.hashCode()}, true);
    }
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(Character::isDigit).forEach(digits::appendCodePoint);
    return digits.toString();
  }

  private void link(int i) {
    String host = host(slice(i));
    for (String label : host.split("\\.")) {
      if (isOwn(label) || PLAIN.contains(label)) {
        return;
      }
    }
    add(Reference.LINK, i, i + 1, new int[] {host.hashCode()}, true);
  }

  private static String host(String link) {
    String rest = link.toLowerCase(Locale.ROOT);
    int scheme = rest.indexOf("://");
    rest = scheme < 0 ? rest : rest.substring(scheme + 3);
    rest = rest.startsWith("www.") ? rest.substring(4) : rest;
    int end = 0;
    while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end);
  }

  private String slice(int i) {
    return text.substring(places.start(i), places.end(i));
  }

  private void names() {
    if (isHeading()) {
      return;
    }
    int i = sentence.first_token() + 1;
    while (i < sentence.end_token()) {
      int end = i;
      while (end < sentence.end_token() && isName(end) && (end == i || adjoins(end))) {
        end++;
      }
      if (end > i) {
        name(i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private boolean isHeading() {
    int capitals = 0;
    int words = 0;
    for (int i = sentence.first_token(); i < sentence.end_token(); i++) {
      if (places.isWord(i) && places.end(i) - places.start(i) > MIN_NAME) {
        words++;
        capitals += isCapital(i) ? 1 : 0;
      }
    }
    return words > MIN_NAME && capitals > MOSTLY * words && !GERMAN.equals(lang);
  }

  private boolean isName(int i) {
    return places.isWord(i)
        && places.end(i) - places.start(i) >= MIN_NAME
        && isCapital(i)
        && !opens(i)
        && !isKnownWord(i);
  }

  private boolean isKnownWord(int i) {
    String key = WordKeys.of(places, i);
    Set<String> second = lang == null ? null : SECOND.get(lang);
    return PLAIN.contains(key)
        || isOwn(key)
        || PLAIN.contains(places.token(i))
        || (second != null && second.contains(key));
  }

  private boolean isCapital(int i) {
    int point = text.codePointAt(WordKeys.nameStart(text, places.start(i), places.end(i)));
    return Character.isUpperCase(point) || Character.isTitleCase(point);
  }

  /** Whether a token stands where any word would have a capital. */
  private boolean opens(int i) {
    if (isBehindSalutation(i)) {
      return true;
    }
    for (int c = places.start(i) - 1; c >= places.end(i - 1) && c >= 0; c--) {
      char sign = text.charAt(c);
      if (sign == ':'
          || sign == '\n'
          || OPENING.indexOf(sign) >= 0
          || "-*\u2022>".indexOf(sign) >= 0
              && c > 0
              && Character.isWhitespace(text.charAt(c - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the first word behind "Hi Ann," at the very beginning. */
  private boolean isBehindSalutation(int i) {
    if (i > MAX_SALUTATION || signBefore(places.start(i)) != ',') {
      return false;
    }
    for (int before = 0; before < i; before++) {
      if (places.is(before, Placeholder.FIRST) || places.is(before, Placeholder.LAST)) {
        return true;
      }
    }
    return false;
  }

  private boolean adjoins(int i) {
    for (int c = places.end(i - 1); c < places.start(i); c++) {
      if (" -&".indexOf(text.charAt(c)) < 0) {
        return false;
      }
    }
    return true;
  }

  private void name(int from, int to) {
    IntOpenHashSet keys = new IntOpenHashSet();
    boolean inner = false;
    for (int i = from; i < to; i++) {
      addKey(i, keys);
      inner |= hasInnerCapital(i);
    }
    boolean telling = !GERMAN.equals(lang) || to - from > 1 || inner;
    if (!isVocative(from, to)) {
      add(Reference.NAMED, from, to, keys.toIntArray(), telling);
    }
  }

  private boolean hasInnerCapital(int i) {
    for (int c = places.start(i) + 1; c < places.end(i); c++) {
      if (Character.isUpperCase(text.charAt(c)) || Character.isDigit(text.charAt(c))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVocative(int from, int to) {
    char before = signBefore(places.start(from));
    int next = places.end(to - 1);
    boolean closed =
        next >= text.length() || next >= sentence.end() || ",.!?".indexOf(text.charAt(next)) >= 0;
    return before == ',' && closed;
  }

  private char signBefore(int start) {
    int c = start - 1;
    while (c >= 0 && Character.isWhitespace(text.charAt(c))) {
      c--;
    }
    return c < 0 ? ' ' : text.charAt(c);
  }

  private void add(Reference type, int first, int end, int[] keys, boolean telling) {
    found.add(
        new Anchor(type, places.start(first), places.end(end - 1), first, end, keys, telling));
  }

  private void addKey(int i, IntOpenHashSet keys) {
    if (!places.isWord(i)) {
      return;
    }
    String key = WordKeys.of(places, i);
    boolean unspaced = !key.isEmpty() && key.charAt(0) >= FIRST_UNSPACED;
    if (key.length() >= (unspaced ? 2 : MIN_KEY) && !PLAIN.contains(key) && !isOwn(key)) {
      keys.add(key.hashCode());
    }
  }

  /**
   * Hashes of what some tokens tell: longer words, numbers, hosts of links; at most {@value
   * #MAX_TOLD}.
   *
   * @param customised which tokens count; all if null
   */
  int[] told(boolean[] customised) {
    IntOpenHashSet keys = new IntOpenHashSet();
    for (int i = 0; i < places.count() && keys.size() < MAX_TOLD; i++) {
      if (customised != null && !customised[i]) {
        continue;
      }
      if (places.is(i, Placeholder.NUM)) {
        String digits = digits(slice(i));
        if (digits.length() > 1) {
          keys.add(digits.hashCode());
        }
      } else if (places.is(i, Placeholder.URL)) {
        keys.add(host(slice(i)).hashCode());
      } else {
        addKey(i, keys);
      }
    }
    return keys.toIntArray();
  }
}
