package dev.uncanned.archive;

import java.util.Locale;
import java.util.Set;

/**
 * Finds given and family name in a display name, only where they plainly stand there.
 *
 * <p>Two forms are plain: {@code Last, First}, and two to four words of letters, of which the first
 * is the given and the last is the family name. Names with a word of organisations, such as "team"
 * or "newsletter", have neither.
 */
final class DisplayName {

  private static final int MAX_WORDS = 4;
  private static final int MAX_LENGTH = 100;
  private static final Set<String> NOT_PERSONAL =
      Set.of(
          "team",
          "support",
          "sales",
          "service",
          "services",
          "newsletter",
          "news",
          "info",
          "admin",
          "the",
          "inc",
          "inc.",
          "llc",
          "ltd",
          "ltd.",
          "gmbh",
          "ag",
          "corp",
          "corp.",
          "group",
          "list",
          "mailing",
          "mail",
          "customer",
          "marketing",
          "department",
          "office",
          "company",
          "daemon",
          "system",
          "subsystem",
          "via",
          "at",
          "from",
          "and",
          "of",
          "for",
          "online",
          "update",
          "updates",
          "alert",
          "alerts",
          "no",
          "reply");

  private DisplayName() {}

  /** A contact with the parts of its name where they are plain; name and address may be null. */
  static Contact contact(String name, String email) {
    String[] parts = name == null || name.length() > MAX_LENGTH ? null : split(name);
    return parts == null
        ? Contact.of(name, null, email)
        : new Contact(name, null, email, parts[0], parts[1], null, null);
  }

  private static String[] split(String name) {
    int comma = name.indexOf(',');
    if (comma >= 0) {
      String last = name.substring(0, comma).trim();
      String first = name.substring(comma + 1).trim();
      int words = areWords(last) * areWords(first);
      return words > 0 ? new String[] {first.split(" ", 2)[0], last} : null;
    }
    int words = areWords(name);
    return words >= 2
        ? new String[] {
          name.substring(0, name.indexOf(' ')), name.substring(name.lastIndexOf(' ') + 1)
        }
        : null;
  }

  /** How many words of letters these are; 0 if something else is among them or too many. */
  private static int areWords(String text) {
    String[] words = text.split(" ", MAX_WORDS + 1);
    for (String word : words) {
      if (!isName(word)) {
        return 0;
      }
    }
    return words.length > MAX_WORDS ? 0 : words.length;
  }

  private static boolean isName(String word) {
    if (word.isEmpty() || NOT_PERSONAL.contains(word.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return Character.isLetter(word.codePointAt(0))
        && word.codePoints()
            .allMatch(
                c ->
                    Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || c == '.'
                        || c == '-'
                        || c == '\''
                        || c == '\u2019');
  }
}
