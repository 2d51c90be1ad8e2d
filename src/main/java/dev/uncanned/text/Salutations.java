package dev.uncanned.text;

import java.util.List;
import java.util.Set;

/**
 * Tells where the names of a salutation begin and end, whether anybody knows them or not.
 *
 * <p>Behind a greeting at the beginning of the text or of a line: up to three words before a
 * punctuation mark or the end of the line, else the next word if it is capitalised. Where a comma
 * stands between greeting and name ("Добрый день, Анна!"), all words have to be capitalised, and
 * closed by a mark; so have the words behind a greeting of a script without capitals, where any
 * word may follow. Korean names are told by the forms of address that are written onto them.
 *
 * <p>A greeting for either sex is one: "Prezado(a) João", "Liebe/r Thomas", "Dear Mr./Ms. Jones".
 *
 * <p>Before a greeting ("Анна, добрый день!", "Elif Hanım merhaba,"), before a form of address and
 * a comma, and before a patronymic: up to two words at the beginning of the text or of a line.
 *
 * <p>Words that greet many ("all", "there", "team") are no names.
 */
final class Salutations {

  private static final Set<String> PREFIXES = WordList.words("greeting-prefixes.txt");
  private static final Set<String> SECONDS = SalutationWords.keys("second");
  private static final Set<String> HALVES = SalutationWords.keys("half");
  private static final Set<String> OTHERS = SalutationWords.keys("other");
  private static final Set<String> JOINTS = Set.of("(", "/", "*", "./");
  private static final Set<String> MARKED = SalutationWords.keys("marked");
  private static final Set<String> TITLES = SalutationWords.keys("title");
  private static final Set<String> ENDINGS = SalutationWords.keys("ending");
  private static final Set<String> THANKS = SalutationWords.keys("thanks");
  private static final Set<String> PATRONYMICS = SalutationWords.keys("patronymic");
  private static final int HASHES = 4096;
  private static final boolean[] GREETING_HASHES =
      hashes(List.of(SalutationWords.GREETINGS, SECONDS));
  private static final boolean[] ENDING_HASHES = hashes(List.of(ENDINGS));
  private static final int MAX_GREETED = 3;
  private static final int MAX_BEFORE = 2;
  private static final int MAX_HANGUL = 4;
  private static final int MIN_PATRONYMIC = 6;
  private static final String COMMAS = ",\u060C";
  private static final String PAUSES = ",.!~";
  private static final String CLOSINGS = ",!:\n\u060C";
  private static final String ENDS = ",.!;:\n\u060C";

  private final TokenText words;
  private final Tokenizer tokens;

  Salutations(TokenText words) {
    this.words = words;
    this.tokens = words.tokens();
  }

  private static boolean[] hashes(List<Set<String>> lists) {
    boolean[] hashes = new boolean[HASHES];
    for (Set<String> list : lists) {
      for (String word : list) {
        hashes[word.hashCode() & (HASHES - 1)] = true;
      }
    }
    return hashes;
  }

  /** False is certain, and told without making the key of a token. */
  private boolean mayBe(int i, boolean[] hashes) {
    return tokens.isOdd(i) || hashes[tokens.hash(i) & (HASHES - 1)];
  }

  /** Whether the first token of a line is a greeting that a name may follow. */
  boolean greets(int i) {
    return mayBe(i, GREETING_HASHES)
        && SalutationWords.GREETINGS.contains(words.key(i))
        && (tokens.isOdd(i) || !MARKED.contains(words.key(i)));
  }

  /** Whether the second token of a line makes a greeting of it and the first. */
  boolean endsGreeting(int i) {
    return mayBe(i, GREETING_HASHES) && isSecond(i) && PREFIXES.contains(words.key(i - 1));
  }

  private boolean isSecond(int i) {
    return SalutationWords.GREETINGS.contains(words.key(i)) || SECONDS.contains(words.key(i));
  }

  /** End of the words that belong to a greeting: its other words and forms of address. */
  int greetingEnd(int greeting) {
    int i = greeting + 1;
    while (i < words.count() && tokens.kind(i) == null && continues(i)) {
      i++;
    }
    return i;
  }

  private boolean continues(int i) {
    if (isOtherForm(i)) {
      return true;
    }
    if (adjoins(i)) {
      return isSecond(i) || ContactFields.isHonorific(words.key(i)) || isTitle(i);
    }
    return words.follows(i, COMMAS) && (isTitle(i) || isFormOfAddress(i));
  }

  /** Whether a token adjoins the one before it, or the bracket behind its other form. */
  private boolean adjoins(int i) {
    if (words.adjoins(i)) {
      return true;
    }
    boolean closed = words.signBehind(i - 1) == ')' && isOtherForm(i - 1);
    return closed && words.follows(i, ")");
  }

  /** Whether a token is the form of the word before it for another sex: "Liebe/r", "Mr./Ms.". */
  private boolean isOtherForm(int i) {
    int from = i == 0 ? 0 : tokens.end(i - 1);
    int to = tokens.start(i);
    if (i == 0 || from >= to || !JOINTS.contains(words.text().substring(from, to))) {
      return false;
    }
    String key = words.key(i);
    return OTHERS.contains(key) || isSecond(i) || ContactFields.isHonorific(key);
  }

  /** "Guten Tag, Herr Müller" and "Hello, dear Ann". */
  private boolean isFormOfAddress(int i) {
    String key = words.key(i);
    boolean form = ContactFields.isHonorific(key) || SalutationWords.GREETINGS.contains(key);
    return form && isFollowedByName(i);
  }

  private boolean isTitle(int i) {
    return TITLES.contains(words.key(i))
        && isFollowedByName(i)
        && (!isLatin(i) || (!words.isUpperCase(i) && words.isUpperCase(i + 1)));
  }

  /** "chào anh chị" names nobody, though both are names as well: then they have a capital. */
  private boolean isBareTitle(int i) {
    return isLatin(i) && !words.isUpperCase(i) && TITLES.contains(words.key(i));
  }

  private boolean isLatin(int i) {
    return words.text().charAt(tokens.start(i)) < Scripts.LATIN_END;
  }

  private boolean isFollowedByName(int i) {
    return i + 1 < words.count() && words.adjoins(i + 1) && isNameLike(i + 1);
  }

  /** Whether a family name comes first behind a word: "Mr", but not "Hi". */
  boolean isFormal(int i) {
    return ContactFields.isHonorific(words.key(i));
  }

  /**
   * End (exclusive) of the names behind a greeting; {@code from} if there is none.
   *
   * @param from the token behind the greeting
   */
  int namesEnd(int greeting, int from) {
    if (from == words.count() || tokens.kind(from) != null || isBareEnding(from)) {
      return from;
    }
    boolean cased = words.isCased(greeting);
    if (isHangul(from)) {
      boolean near = words.adjoins(from) || words.follows(from, PAUSES);
      int end = near ? hangulEnd(from) : from;
      if (end > from || !cased) {
        return end;
      }
    }
    boolean parted = !adjoins(from);
    if (parted && !(words.follows(from, COMMAS) && words.isUpperCase(from))) {
      return from;
    }
    int end = from;
    while (end < words.count()
        && end - from <= MAX_GREETED
        && isNameLike(end)
        && (cased || !isUnspaced(end))
        && (end == from || words.adjoins(end))) {
      end++;
    }
    if (end == from) {
      return from;
    }
    boolean closed = end == words.count() || !words.adjoins(end);
    if (closed && end - from <= MAX_GREETED) {
      return isNamedHere(from, end, parted, cased) ? end : from;
    }
    boolean capital = words.isUpperCase(from) || (cased && !words.isCased(from));
    return !parted && capital && !SalutationWords.COMMON.contains(words.key(from))
        ? from + 1
        : from;
  }

  private boolean isNamedHere(int from, int end, boolean parted, boolean cased) {
    if (parted) {
      return areCapitalised(from, end) && isClosed(end - 1, ENDS) && !isTopic(end - 1);
    }
    if (!cased && !words.isCased(from)) {
      return isClosed(end - 1, CLOSINGS);
    }
    return words.isCapitalised(from) || words.signBehind(end - 1) != '?';
  }

  /** "Hallo, Frage: wann ..." greets nobody. */
  private boolean isTopic(int i) {
    return words.signBehind(i) == ':' && !words.text().startsWith(":\n", tokens.end(i));
  }

  private boolean isClosed(int i, String signs) {
    return signs.indexOf(words.signBehind(i)) >= 0;
  }

  private boolean areCapitalised(int from, int end) {
    for (int i = from; i < end; i++) {
      if (!words.isUpperCase(i) || SalutationWords.COMMON.contains(words.key(i))) {
        return false;
      }
    }
    return true;
  }

  /** End of the names with which a line begins and which a greeting follows; else {@code from}. */
  int namesEndBefore(int from) {
    if (tokens.kind(from) != null) {
      return from;
    }
    if (isHangul(from)) {
      int end = hangulEnd(from);
      return end > from && isAddressed(formEnd(end)) ? end : from;
    }
    if (!words.isUpperCase(from)) {
      return from;
    }
    int end = from + 1;
    while (end < words.count()
        && end - from <= MAX_BEFORE
        && tokens.kind(end) == null
        && words.isUpperCase(end)
        && words.adjoins(end)) {
      end++;
    }
    boolean formed = end - from > 1 && isEnding(end - 1);
    if (end - from > (formed ? MAX_BEFORE + 1 : MAX_BEFORE)) {
      return from;
    }
    int behind = formEnd(end);
    boolean named = isNamedBefore(from, end, behind, formed || behind > end);
    return named && areNames(from, end) ? end : from;
  }

  private boolean areNames(int from, int end) {
    for (int i = from; i < end; i++) {
      if (!isNameLike(i)) {
        return false;
      }
    }
    return !isOpening(from);
  }

  private boolean isNamedBefore(int from, int end, int behind, boolean formed) {
    boolean patronymic = end - from == MAX_BEFORE && isPatronymic(end - 1);
    if (behind == words.count()) {
      return false;
    }
    if (patronymic && isClosed(behind - 1, CLOSINGS)) {
      return true;
    }
    boolean comma = words.follows(behind, COMMAS);
    boolean told = comma || formed || patronymic;
    return (told && isGreeting(behind)) || (formed && comma);
  }

  private boolean isOpening(int i) {
    return SalutationWords.GREETINGS.contains(words.key(i)) || PREFIXES.contains(words.key(i));
  }

  /** Whether a line ends, a mark stands or a greeting follows behind the form of a name. */
  private boolean isAddressed(int behind) {
    return isClosed(behind - 1, CLOSINGS) || (behind < words.count() && isGreeting(behind));
  }

  /** Behind a form of address that stands alone behind a name. */
  private int formEnd(int end) {
    boolean form =
        end < words.count()
            && tokens.kind(end) == null
            && words.adjoins(end)
            && (isEnding(end) || (isHangul(end) && HangulNames.isForm(words.key(end))));
    return form ? end + 1 : end;
  }

  /** Whether a greeting stands here, and nothing else before the next mark. */
  private boolean isGreeting(int i) {
    if (tokens.kind(i) != null || !isOpening(i)) {
      return false;
    }
    String key = words.key(i);
    int end = i + 1;
    while (end < words.count() && tokens.kind(end) == null && words.adjoins(end) && isSecond(end)) {
      end++;
    }
    boolean whole = SalutationWords.GREETINGS.contains(key) && !HALVES.contains(key);
    return (whole || end > i + 1) && isClosed(end - 1, ENDS);
  }

  /** End of a Korean name that a form of address follows, written onto it or behind it. */
  private int hangulEnd(int i) {
    String key = words.key(i);
    int length = HangulNames.addressedLength(key);
    if (length > 0) {
      return GreetingStops.contain(key.substring(0, length)) ? i : i + 1;
    }
    boolean named =
        key.length() <= MAX_HANGUL
            && !GreetingStops.contain(key)
            && !HangulNames.isForm(key)
            && formEnd(i + 1) > i + 1;
    return named ? i + 1 : i;
  }

  /** Whether a Korean name is only a family name, which a title follows. */
  boolean isHangulFamily(int i) {
    String key = words.key(i);
    return isHangul(i) && (key.length() == 1 || HangulNames.isTitledFamily(key));
  }

  private boolean isHangul(int i) {
    return Scripts.isSyllable(words.text().charAt(tokens.start(i)));
  }

  private boolean isUnspaced(int i) {
    return Scripts.isUnspaced(words.text().codePointAt(tokens.start(i)));
  }

  private boolean isNameLike(int i) {
    return tokens.kind(i) == null
        && !GreetingStops.contain(words.key(i))
        && !isBareTitle(i)
        && Character.isLetter(words.text().codePointAt(tokens.start(i)));
  }

  /** In letters that have capitals a name may look like an ending: "Hi San,". */
  private boolean isBareEnding(int i) {
    return isEnding(i) && !words.isUpperCase(i);
  }

  /** Whether a token is a form of address that stands behind a name. */
  boolean isEnding(int i) {
    return mayBe(i, ENDING_HASHES) && ENDINGS.contains(words.key(i));
  }

  /** Whether a given name stands behind a token where a mark follows: "thanks dan!". */
  boolean isThanks(int i) {
    return THANKS.contains(words.key(i));
  }

  /** Whether a token is the father's name behind a given name. */
  boolean isPatronymic(int i) {
    String key = tokens.isOdd(i) && words.isUpperCase(i) ? words.key(i) : "";
    if (key.length() >= MIN_PATRONYMIC) {
      for (String ending : PATRONYMICS) {
        if (key.endsWith(ending)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a token is a Korean title that stands behind a name. */
  boolean isHangulForm(int i) {
    return isHangul(i) && HangulNames.isForm(words.key(i));
  }
}
