package dev.uncanned.score;

import dev.uncanned.text.Folding;
import dev.uncanned.text.GreetingStops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of salutations that are no names. */
final class GreetingWords {

  private static final Map<String, Set<String>> LISTS = WordFile.lists("greeting-words.txt");

  /** Said to anybody. */
  private static final Set<String> ANYBODY = LISTS.get("anybody");

  /** Said to a group: right if it is one. */
  private static final Set<String> GROUP = LISTS.get("group");

  private static final Set<String> JOINS = LISTS.get("joins");

  /** Said before a family name. */
  private static final Set<String> TITLES =
      LISTS.get("title").stream().map(NameMatch::fold).collect(Collectors.toUnmodifiableSet());

  /** Titles that nobody says without a name. */
  private static final Set<String> BARE = LISTS.get("bare");

  /** Words inside of a name. */
  private static final Set<String> PARTICLES = LISTS.get("particle");

  /** Words that begin a sentence, not a name. */
  private static final Set<String> SENTENCE = LISTS.get("sentence");

  /** Ordinary words that people are called too. */
  private static final Set<String> CALLED = LISTS.get("called");

  /** Words in the display name of a mailbox that is no person. */
  static final Set<String> MAILBOX = LISTS.get("mailbox");

  private static final Set<String> PLAIN = WordFile.words("plain-words.txt");

  private GreetingWords() {}

  static boolean isForAnybody(String word) {
    return ANYBODY.contains(NameMatch.lower(word)) && !isCalled(word);
  }

  static boolean isForGroup(String word) {
    return GROUP.contains(NameMatch.lower(word)) && !isCalled(word);
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
    return SENTENCE.contains(lower) || PLAIN.contains(key) || GreetingStops.contain(key);
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
    return SlotFaults.isNothing(word) || word.equals("NONE") || word.equals("none");
  }
}
