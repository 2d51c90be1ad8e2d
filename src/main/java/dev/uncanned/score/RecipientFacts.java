package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerFacts;
import dev.uncanned.text.CommonWords;
import dev.uncanned.text.Folding;
import dev.uncanned.text.TokenPlaces;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one recipient, as phrases to look for in words written for the recipient.
 *
 * <p>The recipient's names are no facts: to know a name is no personalisation, and a level that
 * rested on names would depend on the culture they come from. A phrase of one word must identify:
 * it has three letters at least and is no trade word ({@code plain-words.txt}). If it is a word of
 * everyday language too ("Reading", "Gap") or only the first word of a company, it counts where its
 * capital letter does not come from the beginning of a sentence; so does a company or place whose
 * other words are articles and trade words ("Le Monde", "Best Buy"). Positions, parts of the
 * headline and industries have two words at least.
 *
 * <p>The phrases are made when a text is first searched for them: most texts have no word of the
 * sender's own and are not. Not thread-safe.
 */
final class RecipientFacts {

  private static final int MAX_WORDS = 8;
  private static final int MIN_WORD = 3;
  private static final int MIN_ALIAS = 4;
  private static final Set<String> PLAIN = WordFile.words("plain-words.txt");
  private static final Set<String> EVERYDAY = WordFile.words("everyday-words.txt");
  private static final Set<String> LEGAL =
      Set.of(
          "inc", "ltd", "llc", "plc", "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "bv", "nv",
          "ab", "oy", "oyj", "as", "asa", "aps", "spa", "srl", "sl", "lda", "ltda", "corp", "co",
          "limited", "pty", "pte", "kk", "doo", "sro", "zrt", "kft");
  private static final String SENTENCE_ENDS = "\n.!?:;\u2026-\u2013\u2014\u2022*>";
  private static final String QUOTES = "\"'\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB(";

  /** Where no word of a phrase need be spelled as a name. */
  private static final int ANY_SPELLING = -1;

  /**
   * One fact as words.
   *
   * @param named the word that must have the spelling of a name, or {@link #ANY_SPELLING}
   */
  private record Phrase(Reference type, String[] keys, int fact, int named) {}

  /** One fact in a script without spaces. */
  private record Run(Reference type, String text, int fact) {}

  /**
   * What a field says, before phrases are made of it.
   *
   * @param company whether it is the name of a company, whose legal form may be left out
   * @param least_words a shorter one is no phrase; 1 for companies
   */
  private record Said(Reference type, String text, boolean company, int least_words) {}

  /** A fact that a text mentions. */
  record Match(Reference type, int firstToken, int endToken, int fact) {}

  private final List<Said> said = new ArrayList<>();
  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final IntOpenHashSet facts = new IntOpenHashSet();
  private Said presentCompany;
  private Said presentTitle;
  private int company;
  private int title;
  private int fields;
  private boolean profile;

  private RecipientFacts() {}

  /**
   * The facts of one recipient.
   *
   * @param contact as the message's archive knows the recipient; null if not at all
   * @param owner what the recipient's own archive tells; null if it was not loaded
   * @param mutual names of people whom sender and recipient both know
   */
  static RecipientFacts of(Contact contact, OwnerFacts owner, List<String> mutual) {
    RecipientFacts known = new RecipientFacts();
    if (contact != null) {
      known.addContact(contact);
    }
    if (owner != null) {
      known.addOwner(owner, contact);
    }
    mutual.forEach(name -> known.say(Reference.MUTUAL_CONTACT, name, 2));
    return known;
  }

  private Said say(Reference type, String text, int leastWords) {
    Said fact = new Said(type, text, false, leastWords);
    said.add(fact);
    return fact;
  }

  private Said sayCompany(Reference type, String name) {
    Said fact = new Said(type, name, true, 1);
    said.add(fact);
    return fact;
  }

  private void addContact(Contact contact) {
    fields += contact.name() != null || contact.last_name() != null ? 1 : 0;
    if (field(contact.company())) {
      presentCompany = sayCompany(Reference.COMPANY, contact.company());
    }
    if (field(contact.title())) {
      presentTitle = say(Reference.TITLE, contact.title(), 2);
    }
    String domain = domainName(contact.email());
    if (domain != null && field(domain) && presentCompany == null) {
      presentCompany = sayCompany(Reference.COMPANY, domain);
    }
  }

  private void addOwner(OwnerFacts owner, Contact contact) {
    if (field(owner.headline())) {
      for (String part : owner.headline().split("[|\u00B7\u2022,@/;\u2013\u2014]| at ")) {
        say(Reference.HEADLINE, part, 2);
      }
    }
    if (field(owner.industry())) {
      say(Reference.INDUSTRY, owner.industry(), 2);
    }
    if (field(owner.location())) {
      for (String part : owner.location().split(",")) {
        say(Reference.PLACE, withoutPlain(part), 1);
      }
    }
    boolean positions = false;
    for (String name : owner.companies()) {
      boolean present = contact != null && name.equals(contact.company());
      sayCompany(present ? Reference.COMPANY : Reference.EARLIER_COMPANY, name);
      positions = true;
    }
    for (String held : owner.titles()) {
      boolean present = contact != null && held.equals(contact.title());
      say(present ? Reference.TITLE : Reference.EARLIER_TITLE, held, 2);
      positions = true;
    }
    fields += positions ? 1 : 0;
    profile |= positions;
  }

  private boolean field(String value) {
    boolean known = value != null && !value.isBlank();
    fields += known ? 1 : 0;
    profile |= known;
    return known;
  }

  private static String withoutPlain(String part) {
    StringBuilder kept = new StringBuilder();
    for (String word : WordKeys.of(part, MAX_WORDS)) {
      if (!PLAIN.contains(word)) {
        kept.append(word).append(' ');
      }
    }
    return kept.toString();
  }

  /** The name before the public suffix of a business address; null for private mail providers. */
  static String domainName(String email) {
    String label = Companies.label(email);
    boolean named = label != null && label.length() >= MIN_WORD && !PLAIN.contains(label);
    return named ? label : null;
  }

  /** Makes phrases of all that was said since they were last made. */
  private void makePhrases() {
    for (Said fact : said) {
      int hash =
          fact.company
              ? addCompany(fact.type, fact.text)
              : add(fact.type, fact.text, fact.least_words);
      company = fact == presentCompany ? hash : company;
      title = fact == presentTitle ? hash : title;
    }
    said.clear();
  }

  private int addCompany(Reference type, String name) {
    String[] words = WordKeys.of(name, MAX_WORDS);
    int end = words.length;
    while (end > 1 && (LEGAL.contains(words[end - 1]) || words[end - 1].length() == 1)) {
      end--;
    }
    String[] base = Arrays.copyOf(words, end);
    int fact = fact(String.join(" ", base));
    add(type, base, fact, 1);
    int aliased = end;
    while (aliased > 1 && PLAIN.contains(base[aliased - 1])) {
      aliased--;
    }
    if (aliased > 1) {
      add(type, Arrays.copyOf(base, aliased), fact, 1);
    }
    boolean telling = base.length > 1 && !CommonWords.contains(base[0]);
    if (telling && (aliased == 1 || base[0].length() >= MIN_ALIAS)) {
      addPhrase(type, new String[] {base[0]}, fact, 0);
    }
    addRun(type, name, fact);
    return fact;
  }

  private int add(Reference type, String text, int minWords) {
    String[] words = WordKeys.of(text, MAX_WORDS + 1);
    int fact = fact(String.join(" ", words));
    if (words.length <= MAX_WORDS) {
      add(type, words, fact, minWords);
    }
    addRun(type, text, fact);
    return fact;
  }

  private void add(Reference type, String[] words, int fact, int minWords) {
    if (words.length == 0) {
      return;
    }
    facts.add(fact);
    if (words.length >= minWords) {
      addPhrase(type, words, fact, minWords > 1 ? ANY_SPELLING : named(words));
    }
  }

  /**
   * The word of the name of a company or a place that only its capital letter makes a name: the one
   * that tells more than articles and trade words do, if it is a common word; else, without any,
   * the last.
   */
  private static int named(String[] words) {
    int telling = ANY_SPELLING;
    for (int i = 0; i < words.length; i++) {
      if (words[i].length() > 1 && !PLAIN.contains(words[i])) {
        if (telling != ANY_SPELLING) {
          return ANY_SPELLING;
        }
        telling = i;
      }
    }
    if (telling == ANY_SPELLING) {
      return words.length - 1;
    }
    return isCommon(words[telling]) ? telling : ANY_SPELLING;
  }

  private static boolean isCommon(String word) {
    return CommonWords.contains(word) || EVERYDAY.contains(word);
  }

  private void addPhrase(Reference type, String[] words, int fact, int named) {
    boolean vague = words[0].length() < MIN_WORD || PLAIN.contains(words[0]);
    if ((words.length == 1 && vague) || WordKeys.isUnspaced(words[0])) {
      return;
    }
    byFirst
        .computeIfAbsent(words[0], key -> new ArrayList<>())
        .add(new Phrase(type, words, fact, named));
  }

  private void addRun(Reference type, String text, int fact) {
    String run = Folding.compatible(text).strip();
    if (run.length() > 1 && run.length() < 100 && WordKeys.isUnspaced(run)) {
      facts.add(fact);
      runs.add(new Run(type, run, fact));
    }
  }

  private static int fact(String key) {
    return (int) PhraseHash.mix(PhraseHash.of(key, 0, key.length()));
  }

  /** How many fields are known of the recipient, the name being one. */
  int fields() {
    return fields;
  }

  /** Whether anything besides a name is known, so that a reference could be verified. */
  boolean hasProfile() {
    return profile;
  }

  /** The fact that is the company; 0 if not known. */
  int company() {
    makePhrases();
    return company;
  }

  /** The fact that is the position; 0 if not known. */
  int title() {
    makePhrases();
    return title;
  }

  /** All facts as hashes. */
  int[] facts() {
    makePhrases();
    int[] all = facts.toIntArray();
    Arrays.sort(all);
    return all;
  }

  /** The facts that some words of a text mention, in the order of the text. */
  List<Match> in(String text, TokenPlaces places, int from, int to) {
    makePhrases();
    List<Match> found = new ArrayList<>();
    int i = from;
    while (!byFirst.isEmpty() && i < to) {
      Phrase phrase = places.isWord(i) ? longest(text, places, i, to) : null;
      if (phrase != null) {
        found.add(new Match(phrase.type, i, i + phrase.keys.length, phrase.fact));
        i += phrase.keys.length;
      } else {
        i++;
      }
    }
    if (!runs.isEmpty() && from < to) {
      addRuns(text, places, from, to, found);
    }
    return found;
  }

  private void addRuns(String text, TokenPlaces places, int from, int to, List<Match> found) {
    int end = places.end(to - 1);
    for (Run run : runs) {
      int at = text.indexOf(run.text, places.start(from));
      if (at >= 0 && at + run.text.length() <= end) {
        int first = Math.min(places.firstFrom(at), to - 1);
        int last = Math.max(first + 1, places.firstFrom(at + run.text.length()));
        found.add(new Match(run.type, first, Math.min(last, to), run.fact));
      }
    }
  }

  private Phrase longest(String text, TokenPlaces places, int at, int to) {
    Phrase longest = null;
    for (Phrase phrase : byFirst.getOrDefault(WordKeys.of(places, at), List.of())) {
      boolean longer = longest == null || phrase.keys.length > longest.keys.length;
      if (longer && matches(phrase.keys, places, at, to) && isSpelled(phrase, text, places, at)) {
        longest = phrase;
      }
    }
    return longest;
  }

  private static boolean isSpelled(Phrase phrase, String text, TokenPlaces places, int at) {
    int word = at + phrase.named;
    return phrase.named == ANY_SPELLING
        || isSpelledAsName(text, WordKeys.nameStart(text, places.start(word), places.end(word)));
  }

  /** Whether a word has a capital letter for its own sake; so has any of a script without case. */
  private static boolean isSpelledAsName(String text, int start) {
    int first = text.codePointAt(start);
    if (!Character.isUpperCase(first)) {
      return !Character.isLowerCase(first);
    }
    int before = start - 1;
    while (before >= 0 && text.charAt(before) != '\n' && !isSign(text.charAt(before))) {
      before--;
    }
    return before >= 0 && SENTENCE_ENDS.indexOf(text.charAt(before)) < 0;
  }

  private static boolean isSign(char c) {
    return !Character.isWhitespace(c) && QUOTES.indexOf(c) < 0;
  }

  private static boolean matches(String[] keys, TokenPlaces places, int at, int to) {
    if (at + keys.length > to) {
      return false;
    }
    for (int k = 1; k < keys.length; k++) {
      if (!keys[k].equals(WordKeys.of(places, at + k))) {
        return false;
      }
    }
    return true;
  }
}
