package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.util.List;
import java.util.Set;

/**
 * Finds fields of a recipient that stand in the text as a database holds them: a company with its
 * legal suffix, a name with credentials, pipes or emoji.
 */
final class RawFields {

  private static final Set<String> SUFFIXES =
      Set.of(
          "inc",
          "inc.",
          "llc",
          "ltd",
          "ltd.",
          "limited",
          "gmbh",
          "corp",
          "corp.",
          "corporation",
          "s.a.",
          "b.v.",
          "bv",
          "plc",
          "kg",
          "ag",
          "oy",
          "ab",
          "s.r.l.",
          "srl",
          "sarl",
          "pty",
          "s.p.a.",
          "llp",
          "sas");

  private static final Set<String> CREDENTIALS =
      Set.of("phd", "ph.d.", "mba", "cpa", "pmp", "msc", "m.sc.", "cfa", "md", "jd", "esq", "esq.");

  private RawFields() {}

  /** Whether a word of a name is a credential or has a sign that no name has. */
  static boolean isCredential(String word) {
    return CREDENTIALS.contains(NameMatch.lower(word))
        || word.codePoints().anyMatch(RawFields::isSymbol);
  }

  static void scan(String text, List<Contact> recipients, List<Defect> found) {
    for (Contact recipient : recipients) {
      if (recipient == null) {
        continue;
      }
      if (endsWithOneOf(SUFFIXES, recipient.company()) || hasSymbol(recipient.company())) {
        mark(text, recipient.company().strip(), found);
      }
      String name = recipient.first_name() == null ? recipient.name() : recipient.first_name();
      if (endsWithOneOf(CREDENTIALS, name) || hasSymbol(name)) {
        mark(text, name.strip(), found);
      }
    }
  }

  private static void mark(String text, String raw, List<Defect> found) {
    int at = raw.length() < 3 ? -1 : text.indexOf(raw);
    if (at >= 0 && found.size() < DefectScanner.MAX_DEFECTS) {
      Defect defect = DefectScanner.defect(Defect.Type.RAW_FIELD, at, at + raw.length());
      if (!found.contains(defect)) {
        found.add(defect);
      }
    }
  }

  private static boolean endsWithOneOf(Set<String> words, String field) {
    if (field == null) {
      return false;
    }
    String value = field.strip();
    int space = value.lastIndexOf(' ');
    return space > 0 && words.contains(NameMatch.lower(value.substring(space + 1)));
  }

  /** Pipes, emoji and other symbols that nobody types in the name of somebody else. */
  private static boolean hasSymbol(String field) {
    return field != null && field.codePoints().anyMatch(c -> c == '|' || isSymbol(c));
  }

  private static boolean isSymbol(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /** Whether the symbols of a slot come from a field; senders too type emoji behind a name. */
  static boolean hasSymbolOfField(String slot, List<Contact> recipients) {
    for (int i = 0; i < slot.length(); i += Character.charCount(slot.codePointAt(i))) {
      int c = slot.codePointAt(i);
      if (c == '|' || isSymbol(c) && (isInsideWord(slot, i) || isInName(c, recipients))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsideWord(String slot, int i) {
    int behind = i + Character.charCount(slot.codePointAt(i));
    return i > 0
        && behind < slot.length()
        && Character.isLetter(slot.charAt(i - 1))
        && Character.isLetter(slot.charAt(behind));
  }

  private static boolean isInName(int symbol, List<Contact> recipients) {
    for (Contact recipient : recipients) {
      if (recipient != null
          && (isIn(symbol, recipient.first_name())
              || isIn(symbol, recipient.last_name())
              || isIn(symbol, recipient.name()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(int symbol, String name) {
    return name != null && name.indexOf(symbol) >= 0;
  }
}
