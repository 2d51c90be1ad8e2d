package dev.uncanned.score;

import java.util.Set;

/**
 * Tells an unfilled field between guillemets, "«Vorname»", from a quotation: in many languages they
 * are the ordinary quotation marks.
 */
final class QuotedField {

  /** Names of fields that are no words of any language. */
  private static final Set<String> RUN_TOGETHER =
      Set.of(
          "firstname",
          "fname",
          "lastname",
          "lname",
          "fullname",
          "companyname",
          "jobtitle",
          "recipientname",
          "contactname",
          "sendername",
          "yourname",
          "firmenname",
          "unternehmensname",
          "mergefield");

  /** Words behind which nobody quotes. */
  private static final Set<String> BEFORE_COMPANY = Set.of("at", "chez", "presso");

  private static final String FIELD = "\u00ab[^\u00bb]*\u00bb";

  private static final int MAX_SALUTATION = 80;
  private static final int MAX_TITLES = 2;

  private QuotedField() {}

  /**
   * Whether it is a field: by a name that is no word, or where a name must stand.
   *
   * @param start place of the opening guillemet
   * @param end place behind the closing one
   * @param name what stands between them, known as the name of a field
   */
  static boolean is(String text, int start, int end, String name) {
    return isCompound(name)
        || BEFORE_COMPANY.contains(SlotFaults.wordBefore(text, start - 1))
        || isAddress(text, start, end)
        || isSalutation(text, start, end);
  }

  /** Whether the reader is addressed without a greeting: "«x», I saw" and "are you in, «x»?". */
  private static boolean isAddress(String text, int start, int end) {
    if (start == 0) {
      return text.startsWith(",", end);
    }
    int mark = blanksEnd(text, end);
    return text.startsWith(", ", start - 2)
        && mark < text.length()
        && "!?".indexOf(text.charAt(mark)) >= 0;
  }

  private static boolean isCompound(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (name.charAt(i) == '_'
          || Character.isUpperCase(name.charAt(i)) && OpenFields.wasLower(name, i)) {
        return true;
      }
    }
    return RUN_TOGETHER.contains(NameMatch.lower(name));
  }

  /** Whether a field stands behind the greeting of its line, with titles between at most. */
  private static boolean isSalutation(String text, int start, int end) {
    int line = text.lastIndexOf('\n', start) + 1;
    Greeting greeting =
        start - line > MAX_SALUTATION ? null : Greeting.of(text.substring(line, end));
    if (greeting == null || line + greeting.end() > start) {
      return false;
    }
    String between = text.substring(line + greeting.end(), start).replaceAll(FIELD, "");
    // Behind a comma a sentence may begin as well.
    boolean parted = between.startsWith(",");
    return isTitled(parted ? between.substring(1) : between) && (!parted || isClosed(text, end));
  }

  /** Few words, all in capitals or parts of one: {@code Frau}, {@code Herr/Frau}, {@code /r}. */
  private static boolean isTitled(String between) {
    String[] words = between.strip().split("\\h+");
    for (String word : words) {
      boolean prose = !word.isEmpty() && Character.isLowerCase(word.charAt(0));
      if (prose || word.chars().anyMatch(c -> ",!?:;".indexOf(c) >= 0)) {
        return false;
      }
    }
    return words.length <= MAX_TITLES;
  }

  private static boolean isClosed(String text, int end) {
    int i = blanksEnd(text, end);
    return i == text.length() || ",!.\n\r".indexOf(text.charAt(i)) >= 0;
  }

  private static int blanksEnd(String text, int start) {
    int i = start;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) {
      i++;
    }
    return i;
  }
}
