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
  static boolean hasSymbol(String field) {
    return field != null
        && field
            .codePoints()
            .anyMatch(c -> c == '|' || Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
