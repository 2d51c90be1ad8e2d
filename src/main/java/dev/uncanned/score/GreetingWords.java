package dev.uncanned.score;

import dev.uncanned.text.Folding;
import dev.uncanned.text.GreetingStops;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of salutations that are no names. */
final class GreetingWords {

  private static final Map<String, Set<String>> LISTS = WordFile.lists("greeting-words.txt");

  /** Said to anybody. */
  private static final Set<String> ANYBODY = list("anybody");

  /** Said to a group: right if it is one. */
  private static final Set<String> GROUP = list("group");

  private static final Set<String> JOINS = list("joins");

  /** Said before a family name. */
  private static final Set<String> TITLES =
      list("title").stream().map(NameMatch::fold).collect(Collectors.toUnmodifiableSet());

  /** Titles that nobody says without a name. */
  private static final Set<String> BARE = list("bare");

  /** Words inside of a name. */
  private static final Set<String> PARTICLES = list("particle");

  /** Words that begin a sentence, not a name. */
  private static final Set<String> SENTENCE = list("sentence");

  /** Cities and countries that hardly anybody is called. */
  private static final Set<String> PLACES = list("place");

  /** Greetings of several people. */
  private static final Set<String> PLURAL = list("plural");

  /** Ordinary words that people are called too. */
  private static final Set<String> CALLED = list("called");

  /** Words in the display name of a mailbox that is no person. */
  static final Set<String> MAILBOX = list("mailbox");

  private static final Set<String> PLAIN = WordFile.words("plain-words.txt");

  private static final Pattern ANY_GENDER = Pattern.compile("\\p{L}+[:*_/]-?in(nen)?\\b");

  /** What makes an adverb of an adjective in French, and in Spanish, Portuguese and Italian. */
  private static final List<String> ADVERB_ENDINGS = List.of("ment", "mente");

  /** Names such as Froment and Clemente have less before that. */
  private static final int MIN_ADJECTIVE = 4;

  private GreetingWords() {}

  /** The words of all lines of a list, as written and without accents. */
  private static Set<String> list(String name) {
    Set<String> words = new HashSet<>();
    for (String line : LISTS.keySet()) {
      if (line.equals(name) || line.startsWith(name + ".")) {
        LISTS.get(line).forEach(word -> addSpellings(word, words));
      }
    }
    return Set.copyOf(words);
  }

  private static void addSpellings(String word, Set<String> words) {
    words.add(word);
    // Without its accent a single letter may be an initial.
    if (word.length() > 1) {
      words.add(Folding.nameKey(word));
    }
  }

  /** Whether the words before a name greet several people. */
  static boolean greetSeveral(String greeted) {
    for (String word : NameMatch.lower(greeted).split("[^\\p{L}]+")) {
      if (PLURAL.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isForAnybody(String word) {
    return areIn(ANYBODY, word) && !isCalled(word);
  }

  static boolean isForGroup(String word) {
    return areIn(GROUP, word) && !isCalled(word);
  }

  /** Whether a list holds a word, or both of {@code Kunde/Kundin}. */
  private static boolean areIn(Set<String> list, String word) {
    String lower = NameMatch.lower(word);
    return list.contains(lower)
        || lower.indexOf('/') > 0 && list.containsAll(List.of(lower.split("/")));
  }

  /** Whether a text begins with a German word for women and men: {@code Ärzt:innen}. */
  static boolean isForAnyGender(String text) {
    return ANY_GENDER.matcher(text).lookingAt();
  }

  /** Whether a name is missing behind a title in lower case. */
  static boolean isBare(String title) {
    return BARE.contains(title);
  }

  /** The words of a salutation without those that join names. */
  static List<Greeting.Word> unjoined(List<Greeting.Word> words) {
    List<Greeting.Word> unjoined = new ArrayList<>(words);
    unjoined.removeIf(word -> JOINS.contains(NameMatch.lower(word.text())));
    return unjoined;
  }

  /** The names among the words of a salutation; empty if one of them tells that there are none. */
  static List<Greeting.Word> names(List<Greeting.Word> words) {
    List<Greeting.Word> names = unjoined(words);
    names.removeIf(word -> isGreeting(word.text()));
    while (names.size() > 1 && isTitle(names.get(0).text())) {
      names.remove(0);
    }
    boolean titleOnly = names.size() == 1 && isTitle(names.get(0).text());
    for (int i = 0; i < names.size(); i++) {
      String word = names.get(i).text();
      boolean inside = i > 0 && i + 1 < names.size();
      if (titleOnly || isOrdinary(word) && !(inside && PARTICLES.contains(NameMatch.lower(word)))) {
        return List.of();
      }
    }
    return names;
  }

  private static boolean isGreeting(String word) {
    return Greeting.greets(NameMatch.lower(word)) && !isCalled(word);
  }

  private static boolean isTitle(String word) {
    return TITLES.contains(NameMatch.fold(word));
  }

  private static boolean isOrdinary(String word) {
    if (isCalled(word)) {
      return false;
    }
    String lower = NameMatch.lower(word);
    String key = Folding.nameKey(word);
    return SENTENCE.contains(lower.replace('\u2019', '\''))
        || PLACES.contains(lower)
        || PLAIN.contains(key)
        || GreetingStops.contain(key)
        || isAdverb(lower);
  }

  /** By its ending; a double name may end like that too. */
  private static boolean isAdverb(String lower) {
    return lower.indexOf('-') < 0
        && ADVERB_ENDINGS.stream()
            .anyMatch(
                ending ->
                    lower.endsWith(ending) && lower.length() >= ending.length() + MIN_ADJECTIVE);
  }

  private static boolean isCalled(String word) {
    return Character.isUpperCase(word.charAt(0)) && CALLED.contains(NameMatch.lower(word));
  }

  /** Whether a word may stand where a name is expected and is none. */
  static boolean isNoName(String word) {
    return isForAnybody(word)
        || isForGroup(word)
        || isOrdinary(word)
        || isTitle(word)
        || isGreeting(word)
        || isNothing(word);
  }

  static boolean isNothing(String word) {
    return SlotFaults.isNothing(word) || SlotFaults.isSaid(word);
  }

  /** Whether no given name is written like that; a family name may be. */
  static boolean isNoGivenName(String word) {
    return SlotFaults.isNoName(word) || word.equals("Null");
  }
}
