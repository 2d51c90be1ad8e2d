package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.message.Message;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the salutation of a text with the people it was sent to. */
final class GreetingCheck implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_NAMES = 4;
  private static final int MIN_CASED = 3;

  /** Greetings behind which the French write a blank before the mark. */
  private static final List<String> SPACED =
      List.of("bonjour", "bonsoir", "salut", "coucou", "hello", "hey");

  /** {@code <null>,}: a word between brackets or quotes that ends the salutation. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "[<{\"'\u2018\u201c\u201e\u00ab] ?(?<word>#?[\\p{L}/]+) ?[>}\"'\u2019\u201d\u201c\u00bb]"
              + "(?=\\h*([,!:\n\r]|$))");

  private final double similarity;

  GreetingCheck(double similarity) {
    this.similarity = similarity;
  }

  void scan(String text, List<Contact> recipients, List<Defect> found) {
    Greeting greeting = Greeting.of(text);
    if (greeting == null) {
      opening(text, recipients, found);
      return;
    }
    if (greeting.words().isEmpty()) {
      emptySlot(text, greeting, found);
    } else if (isGeneric(greeting, recipients, found)) {
      behindGeneric(greeting, found);
      return;
    } else if (greeting.closed()) {
      named(text, greeting, recipients, found);
    }
    symbols(text, greeting, recipients, found);
  }

  /** Some begin with the bare name: "Anna, hello", "Anna, I saw ..." or "Anna" on its own line. */
  private void opening(String text, List<Contact> recipients, List<Defect> found) {
    int end = SlotFaults.wordEnd(text, 0);
    Greeting.Word word = new Greeting.Word(text.substring(0, end), 0, end);
    boolean nothing = GreetingWords.isNothing(word.text()) && !SlotFaults.isSaid(word.text());
    if (nothing && text.startsWith("\n\n", end)) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, 0, end));
    }
    if (end == 0 || !text.startsWith(", ", end)) {
      return;
    }
    if (nothing || Greeting.of(text.substring(end + 2)) != null) {
      named(text, new Greeting(0, null, List.of(word), true), recipients, found);
    }
  }

  private static void emptySlot(String text, Greeting greeting, List<Defect> found) {
    int i = greeting.end();
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    int literal = literalEnd(text, i);
    if (literal > i) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, i, literal));
    } else if (i > greeting.end() && i < text.length() && isEmptyBefore(text, greeting, i)) {
      found.add(DefectScanner.defect(Defect.Type.EMPTY_SLOT, greeting.end(), i + 1));
    }
  }

  /** The place behind what stands for nothing in brackets or quotes; the place itself without. */
  private static int literalEnd(String text, int start) {
    Matcher quoted = QUOTED.matcher(text).region(start, text.length());
    boolean nothing = quoted.lookingAt() && SlotFaults.isNoName(quoted.group("word"));
    return nothing ? quoted.end() : SlotFaults.literalEnd(text, start);
  }

  private static boolean isEmptyBefore(String text, Greeting greeting, int mark) {
    if (text.charAt(mark) == ',') {
      return greeting.title() == null || GreetingWords.isBare(greeting.title());
    }
    boolean last = mark + 1 == text.length() || Character.isWhitespace(text.charAt(mark + 1));
    return text.charAt(mark) == '!'
        && last
        && greeting.title() == null
        && !isSpaced(text, greeting, mark);
  }

  /** Who writes a blank before other marks too has left no name out. */
  private static boolean isSpaced(String text, Greeting greeting, int mark) {
    String greeted = NameMatch.lower(text.substring(0, greeting.end()));
    return SPACED.stream().anyMatch(greeted::endsWith)
        || text.indexOf(" ?", mark) >= 0
        || text.indexOf(" !", mark) >= 0;
  }

  private static boolean isGeneric(
      Greeting greeting, List<Contact> recipients, List<Defect> found) {
    for (Greeting.Word word : greeting.words()) {
      boolean near = greeting.closed() || word == greeting.words().get(0);
      boolean anybody = near && GreetingWords.isForAnybody(word.text());
      boolean group = near && GreetingWords.isForGroup(word.text());
      if (anybody || group && recipients.size() <= 1) {
        found.add(DefectScanner.defect(Defect.Type.GENERIC_GREETING, word.start(), word.end()));
      }
      if (anybody || group) {
        return true;
      }
    }
    return false;
  }

  /** "Hi there null,": what fills the place of the name when the words for anybody stay. */
  private static void behindGeneric(Greeting greeting, List<Defect> found) {
    Greeting.Word last = greeting.words().get(greeting.words().size() - 1);
    if (greeting.closed() && SlotFaults.isNoName(last.text()) && !SlotFaults.isSaid(last.text())) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, last.start(), last.end()));
    }
  }

  private void named(String text, Greeting greeting, List<Contact> recipients, List<Defect> found) {
    List<Greeting.Word> names = GreetingWords.names(greeting.words());
    if (names.isEmpty() || names.size() > MAX_NAMES) {
      return;
    }
    List<Greeting.Word> words = GreetingWords.unjoined(greeting.words());
    boolean matched = matchesAny(words, recipients, similarity);
    Greeting.Word nothing = nothing(greeting, names, matched, recipients);
    if (nothing != null) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, nothing.start(), nothing.end()));
      return;
    }
    int start = names.get(0).start();
    int end = names.get(names.size() - 1).end();
    if (isCaseError(names, matched) && isCased(text, end)) {
      found.add(DefectScanner.defect(Defect.Type.CASE_ERROR, start, end));
    }
    boolean wrong =
        !matched && sameScript(names, recipients)
            || greeting.title() == null && isOfAnotherGivenName(names, recipients);
    if (wrong
        && isCapitalised(names)
        && allKnown(recipients)
        && !isCompany(names, recipients)
        && !isOfSeveral(text, greeting, names)) {
      found.add(DefectScanner.defect(Defect.Type.WRONG_NAME, start, end));
    }
  }

  /** One word behind a greeting of several tells who they are, and names none of them. */
  private static boolean isOfSeveral(String text, Greeting greeting, List<Greeting.Word> names) {
    return names.size() == 1
        && (GreetingWords.greetSeveral(text.substring(0, greeting.end()))
            || GreetingWords.isForAnyGender(text.substring(names.get(0).start()))
            || isPair(text, greeting, names.get(0)));
  }

  /** A role in both genders behind a greeting in both: "Liebe/r Stifter/Stifterin". */
  private static boolean isPair(String text, Greeting greeting, Greeting.Word name) {
    return name.text().indexOf('/') > 0 && BothGenders.areIn(text.substring(0, greeting.end()));
  }

  /** The word that a machine wrote for a name that it had not; null without one. */
  private static Greeting.Word nothing(
      Greeting greeting, List<Greeting.Word> names, boolean matched, List<Contact> recipients) {
    String first = names.get(0).text();
    boolean family = greeting.title() != null && first.equals("Null");
    boolean alone = names.size() == 1 && (!matched || first.indexOf('/') > 0);
    boolean beforeSurname = names.size() > 1 && GreetingWords.isNoGivenName(first);
    if (!family && GreetingWords.isNothing(first) && (alone || beforeSurname)) {
      return names.get(0);
    }
    for (Greeting.Word word : names.subList(1, names.size())) {
      if (SlotFaults.isNoName(word.text()) && !isNameOfAny(word.text(), recipients)) {
        return word;
      }
    }
    return null;
  }

  private static boolean isNameOfAny(String word, List<Contact> recipients) {
    String folded = NameMatch.fold(word);
    return recipients.stream()
        .anyMatch(recipient -> recipient != null && NameMatch.namesOf(recipient).contains(folded));
  }

  /** A company of the recipients may be greeted in their place. */
  static boolean isCompany(List<Greeting.Word> names, List<Contact> recipients) {
    for (Contact recipient : recipients) {
      String company = recipient == null ? null : recipient.company();
      List<String> words = company == null ? List.of() : NameMatch.words(company);
      if (names.stream().anyMatch(name -> words.contains(NameMatch.fold(name.text())))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the family name is right and the name before it is none of the recipient's. Behind a
   * title it may be a role ("Frau Direktor Smith"), which is not asked here.
   */
  private boolean isOfAnotherGivenName(List<Greeting.Word> names, List<Contact> recipients) {
    if (names.size() < 2 || recipients.size() != 1 || recipients.get(0) == null) {
      return false;
    }
    Contact recipient = recipients.get(0);
    String family = familyName(recipient);
    String given = names.get(0).text();
    StringBuilder rest = new StringBuilder();
    names.subList(1, names.size()).forEach(word -> rest.append(word.text()));
    return family != null
        && NameMatch.fold(family).equals(NameMatch.fold(rest.toString()))
        && given.length() >= MIN_CASED
        && !matchesAny(List.of(names.get(0)), recipients, similarity)
        && sameScript(names, recipients);
  }

  /** The family name, or the last word of the name; null if neither is known. */
  static String familyName(Contact recipient) {
    return recipient.last_name() == null ? lastWord(recipient.name()) : recipient.last_name();
  }

  /** Of several words the last that is no credential ("Ann Lee PMP®"). */
  private static String lastWord(String name) {
    String[] words = name == null ? new String[0] : name.strip().split(" +");
    int last = words.length - 1;
    while (last > 1 && RawFields.isCredential(words[last])) {
      last--;
    }
    return last < 1 ? null : words[last];
  }

  /** Whether a recipient is a person of a known name, so that another one can be called wrong. */
  static boolean isKnownPerson(Contact recipient) {
    return allKnown(List.of(recipient));
  }

  /** Whether a name and all names of a recipient have Latin spellings, so that they compare. */
  static boolean isLatin(String words, Contact recipient) {
    return NameMatch.isLatin(NameMatch.fold(words))
        && NameMatch.namesOf(recipient).stream().allMatch(NameMatch::isLatin);
  }

  static boolean matchesAny(
      List<Greeting.Word> names, List<Contact> recipients, double similarity) {
    for (Contact recipient : recipients) {
      List<String> known = recipient == null ? List.of() : candidates(recipient);
      for (Greeting.Word word : names) {
        if (matchesPart(word.text(), known, similarity)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of the parts between hyphens and slashes is one of the names. */
  private static boolean matchesPart(String word, List<String> known, double similarity) {
    int start = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i == word.length() || word.charAt(i) == '-' || word.charAt(i) == '/') {
        String folded = NameMatch.fold(word.substring(start, i));
        if (!folded.isEmpty() && NameMatch.matches(folded, known, similarity)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  static List<String> candidates(Contact recipient) {
    List<String> names = NameMatch.namesOf(recipient);
    if (recipient.email() != null && recipient.email().indexOf('@') > 0) {
      String local = recipient.email().substring(0, recipient.email().indexOf('@'));
      names.addAll(NameMatch.namesOf(Contact.of(local, null, null)));
    }
    return names;
  }

  /** Whether every recipient is a person of a known name, so that a name can be called wrong. */
  private static boolean allKnown(List<Contact> recipients) {
    if (recipients.isEmpty() || recipients.size() >= Message.MAX_CONTACTS) {
      return false;
    }
    for (Contact recipient : recipients) {
      List<String> names = recipient == null ? List.of() : NameMatch.namesOf(recipient);
      if (names.isEmpty()
          || names.stream().anyMatch(GreetingWords.MAILBOX::contains)
          || isLogin(recipient)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A display name of one word in lower case or with digits is an account, not a name; beside a
   * family name a word in lower case is one.
   */
  private static boolean isLogin(Contact contact) {
    String name = contact.first_name() == null ? contact.name() : contact.first_name();
    if (name == null || name.strip().indexOf(' ') > 0) {
      return false;
    }
    boolean lower =
        contact.last_name() == null
            && name.equals(NameMatch.lower(name))
            && !name.equals(name.toUpperCase(Locale.ROOT));
    return lower || name.chars().anyMatch(Character::isDigit);
  }

  /** Names in two scripts cannot be compared, unless both have a Latin spelling. */
  private static boolean sameScript(List<Greeting.Word> names, List<Contact> recipients) {
    boolean latin = names.stream().allMatch(word -> NameMatch.isLatin(NameMatch.fold(word.text())));
    return latin
        && recipients.stream()
            .flatMap(recipient -> NameMatch.namesOf(recipient).stream())
            .allMatch(NameMatch::isLatin);
  }

  private static boolean isCapitalised(List<Greeting.Word> names) {
    return names.stream().allMatch(word -> Character.isUpperCase(word.text().charAt(0)));
  }

  private static boolean isCaseError(List<Greeting.Word> names, boolean matched) {
    boolean lower = matched && names.size() == 1 && isAll(names.get(0).text(), false);
    return lower || names.stream().allMatch(word -> isAll(word.text(), true));
  }

  private static boolean isAll(String word, boolean upper) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (upper ? Character.isLowerCase(c) : Character.isUpperCase(c)) {
        return false;
      }
      letters += Character.isUpperCase(c) || Character.isLowerCase(c) ? 1 : 0;
    }
    return letters >= MIN_CASED;
  }

  /** Whether the text behind the salutation is in mixed case, with a capital at its beginning. */
  private static boolean isCased(String text, int from) {
    int lower = 0;
    int upper = 0;
    boolean first = true;
    boolean opensUpper = false;
    for (int i = from; i < text.length() && i < from + 400; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        opensUpper |= first && Character.isUpperCase(c);
        first = false;
        upper += Character.isUpperCase(c) ? 1 : 0;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    return lower > 2 * upper && (opensUpper || upper > 0);
  }

  private static void symbols(
      String text, Greeting greeting, List<Contact> recipients, List<Defect> found) {
    int end = greeting.end();
    int limit = Math.min(text.length(), end + 60);
    while (end < limit && ",\n\r!:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String slot = text.substring(greeting.end(), end);
    boolean open = slot.indexOf('{') >= 0 || slot.indexOf('*') >= 0 || slot.indexOf('[') >= 0;
    if (end < limit
        && text.charAt(end) == ','
        && !open
        && RawFields.hasSymbolOfField(slot, recipients)) {
      found.add(DefectScanner.defect(Defect.Type.RAW_FIELD, greeting.end() + 1, end));
    }
  }
}
