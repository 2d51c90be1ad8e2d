package dev.uncanned.text;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a contact into the spans that a mail merge would have filled in.
 *
 * <p>Names come from the name columns, else from the display name: the last word is the family
 * name, unless a comma turns the order; forms of address, credentials, pronouns and emoji are left
 * out. Companies lose their legal form, titles what follows " at ", a comma or a bar; the whole
 * company and title count as well. Nicknames count as given names, as does a full name of Hangul or
 * of a script without spaces ({@link UnspacedNames}), where the family name comes first.
 */
final class ContactFields {

  private static final Set<String> HONORIFICS = WordList.words("honorifics.txt");
  private static final Set<String> CREDENTIALS = WordList.words("credentials.txt");
  private static final Set<String> LEGAL_FORMS = WordList.words("legal-forms.txt");
  private static final String AT = " at ";
  private static final Set<String> LEADING_FORMS = WordList.words("leading-legal-forms.txt");
  private static final List<String> UNSPACED_FORMS =
      WordList.lines("unspaced-legal-forms.txt").stream().map(Folding::compatible).toList();
  private static final Map<String, Set<String>> NICKNAMES = nicknames();
  private static final int MAX_WORDS = 12;
  private static final int MAX_CHARS = 200;
  private static final char FIRST_UNSPACED = '\u0E00';
  private static final int MIN_UNSPACED_COMPANY = 3;
  private static final String NOBODY = "linkedin member";

  private final Tokenizer tokens = new Tokenizer();
  private final List<NameField> fields = new ArrayList<>();
  private final List<UnspacedField> unspaced = new ArrayList<>();

  /** The fields of a recipient, under their own placeholders. */
  ContactSpans recipient(Contact contact) {
    addNames(contact, Placeholder.FIRST, Placeholder.LAST);
    addCompany(contact.company(), Placeholder.ORG);
    addTitle(contact.title());
    return taken();
  }

  /** Name and company of the sender. */
  ContactSpans sender(Contact contact) {
    addNames(contact, Placeholder.SELF, Placeholder.SELF);
    addCompany(contact.company(), Placeholder.SELF);
    return taken();
  }

  private ContactSpans taken() {
    ContactSpans spans = new ContactSpans(List.copyOf(fields), List.copyOf(unspaced));
    fields.clear();
    unspaced.clear();
    return spans;
  }

  /** Whether a word is a legal form such as GmbH. */
  static boolean isLegalForm(String key) {
    return LEGAL_FORMS.contains(key);
  }

  /** Whether a word is a form of address such as Dr. */
  static boolean isHonorific(String key) {
    return HONORIFICS.contains(key);
  }

  private void addNames(Contact contact, Placeholder first, Placeholder last) {
    List<String> given = nameWords(contact.first_name());
    List<String> family = nameWords(contact.last_name());
    if (given.isEmpty() || family.isEmpty()) {
      split(contact.name(), given, family);
    }
    if (given.size() == 1 && isHangul(given.get(0)) && family.size() <= 1) {
      readHangul(given, family, first);
    }
    add(given, first);
    if (given.size() > 1) {
      add(given.subList(0, 1), first);
    }
    add(family, last);
    if (!given.isEmpty()) {
      for (String nickname : NICKNAMES.getOrDefault(given.get(0), Set.of())) {
        add(List.of(nickname), first);
      }
    }
    String firstName = unspacedName(contact.first_name());
    String lastName = unspacedName(contact.last_name());
    String display = unspacedName(contact.name());
    if (!firstName.isEmpty() || !lastName.isEmpty() || !display.isEmpty()) {
      UnspacedNames.of(firstName, lastName, display, first, last).forEach(this::add);
    }
  }

  private static boolean isHangul(String word) {
    return Scripts.isSyllable(word.charAt(0));
  }

  /** Parts a full name, and adds the full one in both ways in which it is written. */
  private void readHangul(List<String> given, List<String> family, Placeholder first) {
    if (family.isEmpty()) {
      String name = given.get(0);
      int length = HangulNames.familyLength(name);
      if (length == 0) {
        return;
      }
      given.set(0, name.substring(length));
      family.add(name.substring(0, length));
    } else if (HangulNames.isFamily(given.get(0)) && !HangulNames.isFamily(family.get(0))) {
      String turned = given.set(0, family.get(0));
      family.set(0, turned);
    }
    add(List.of(family.get(0) + given.get(0)), first);
    add(List.of(family.get(0), given.get(0)), first);
  }

  /** A name up to the first comma, bar or bracket; empty if it is of a script with spaces. */
  private static String unspacedName(String name) {
    String text = unspaced(name);
    return text == null || !Scripts.isUnspaced(text.codePointAt(0))
        ? ""
        : upTo(text, ",|(").strip();
  }

  private void split(String name, List<String> given, List<String> family) {
    if (name == null || name.indexOf('@') >= 0 || name.equalsIgnoreCase(NOBODY)) {
      return;
    }
    int comma = name.indexOf(',');
    List<String> before = nameWords(name);
    List<String> after = comma < 0 ? List.of() : nameWords(name.substring(comma + 1));
    List<String> givenWords = before;
    List<String> familyWords = List.of();
    if (!after.isEmpty()) {
      givenWords = after;
      familyWords = before;
    } else if (before.size() > 1) {
      givenWords = before.subList(0, 1);
      familyWords = before.subList(1, before.size());
    }
    if (given.isEmpty()) {
      given.addAll(givenWords);
    }
    if (family.isEmpty()) {
      family.addAll(familyWords);
    }
  }

  /** Words of a name up to the first comma, bar or bracket, without titles and credentials. */
  private List<String> nameWords(String name) {
    List<String> words = new ArrayList<>();
    if (name != null) {
      for (String word : words(upTo(name, ",|("))) {
        if (!HONORIFICS.contains(word) && !CREDENTIALS.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private void addCompany(String company, Placeholder kind) {
    if (company == null) {
      return;
    }
    addCompany(words(company), kind);
    String base = upTo(company, "(|,");
    if (base.length() < company.length()) {
      addCompany(words(base), kind);
    }
    if (!isSpaced(company)) {
      addUnspaced(company, kind);
      addUnspaced(withoutUnspacedForms(company), kind);
    }
  }

  private void addCompany(List<String> words, Placeholder kind) {
    List<String> name = withoutLegalForms(words);
    add(name, kind);
    if (name.size() < words.size()) {
      add(words, kind);
    }
    boolean led = name.size() > 1 && LEADING_FORMS.contains(name.get(0));
    // "UD Trucks" is not spoken of as "trucks".
    if (led && (name.size() > 2 || name.get(0).charAt(0) >= Scripts.LATIN_END)) {
      add(name.subList(1, name.size()), kind);
    }
  }

  /** "B.V." and "S.A." are two words of one letter each, "sp. z o.o." is four words. */
  private static List<String> withoutLegalForms(List<String> words) {
    int end = words.size();
    int before = end + 1;
    while (end < before) {
      before = end;
      if (end > 1 && isLegalForm(words.get(end - 1))) {
        end--;
      } else if (end > 2 && words.get(end - 1).length() == 1) {
        String last = words.get(end - 2);
        if (last.length() == 1) {
          end -= 2;
        } else if (isLegalForm(last)) {
          end--;
        }
      }
    }
    return words.subList(0, end);
  }

  /** A company whose legal form is written onto its name; null if too little is left of it. */
  private static String withoutUnspacedForms(String company) {
    String name = Folding.compatible(company).strip();
    for (String form : UNSPACED_FORMS) {
      if (name.startsWith(form)) {
        name = name.substring(form.length());
      } else if (name.endsWith(form)) {
        name = name.substring(0, name.length() - form.length());
      }
    }
    boolean enough = name.codePointCount(0, name.length()) >= MIN_UNSPACED_COMPANY;
    return enough && name.length() < company.length() ? name : null;
  }

  private void addTitle(String title) {
    if (title == null) {
      return;
    }
    add(words(title), Placeholder.TITLE);
    String base = upTo(title, "|,(@-\u2013");
    String position = beforeAt(base);
    if (position.length() < title.length()) {
      add(words(position), Placeholder.TITLE);
    }
    addUnspaced(title, Placeholder.TITLE);
  }

  /** "Head of Sales at Acme" without the company. */
  private static String beforeAt(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (title.regionMatches(true, i, AT, 0, AT.length())) {
        return title.substring(0, i);
      }
    }
    return title;
  }

  private static String upTo(String text, String stops) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'A' || c > 'z') && stops.indexOf(c) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private List<String> words(String text) {
    String head = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    tokens.read(Folding.compatible(head));
    List<String> keys = new ArrayList<>(tokens.count());
    for (int i = 0; i < tokens.count(); i++) {
      String word = tokens.token(i);
      keys.add(tokens.isOdd(i) ? Folding.nameKey(word) : word);
    }
    return keys;
  }

  private void add(List<String> words, Placeholder kind) {
    if (words.isEmpty() || words.size() > MAX_WORDS || areGrams(words)) {
      return;
    }
    NameField added = new NameField(words.toArray(String[]::new), kind);
    for (NameField field : fields) {
      if (field.hasKeysOf(added)) {
        return;
      }
    }
    fields.add(added);
  }

  /** What is only of a script without spaces is found as a whole, as an {@link #unspaced} field. */
  private static boolean areGrams(List<String> words) {
    for (String word : words) {
      boolean several = word.codePointCount(0, word.length()) > 1;
      if (!several || !Scripts.isUnspaced(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  private void addUnspaced(String field, Placeholder kind) {
    String text = unspaced(field);
    if (text != null && text.codePointCount(0, text.length()) > 1) {
      add(new UnspacedField(text, kind, false));
    }
  }

  private void add(UnspacedField added) {
    for (UnspacedField field : unspaced) {
      if (field.text().equals(added.text()) && field.honoured() == added.honoured()) {
        return;
      }
    }
    unspaced.add(added);
  }

  /** A field with letters of a script without spaces, folded; null if it has none. */
  private static String unspaced(String field) {
    if (field == null || field.length() > MAX_CHARS || isSpaced(field)) {
      return null;
    }
    String text = Folding.compatible(field).strip();
    return text.codePoints().anyMatch(Scripts::isUnspaced) ? text : null;
  }

  /** Whether all letters are from before Thai, the first of the scripts without spaces. */
  private static boolean isSpaced(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) >= FIRST_UNSPACED) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Set<String>> nicknames() {
    Map<String, Set<String>> groups = new HashMap<>();
    for (String line : WordList.lines("nicknames.txt")) {
      String[] names = line.split(" ");
      for (String name : names) {
        Set<String> others = groups.computeIfAbsent(name, unused -> new TreeSet<>());
        others.addAll(List.of(names));
        others.remove(name);
      }
    }
    return Map.copyOf(groups);
  }
}
