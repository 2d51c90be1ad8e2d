package dev.uncanned.score;

import java.util.List;
import java.util.Set;

/** Finds slots inside sentences that got nothing ("at .") or a machine's nothing ("at NULL"). */
final class SlotFaults {

  private static final Set<String> BEFORE_NAME =
      Set.of(
          "at",
          "for",
          "with",
          "from",
          "bei",
          "f\u00fcr",
          "mit",
          "von",
          "chez",
          "pour",
          "avec",
          "en",
          "para",
          "con",
          "com",
          "presso",
          "per",
          "bij",
          "voor",
          "met",
          "p\u00e5",
          "f\u00f6r",
          "med");

  private static final Set<String> NOTHING =
      Set.of("NULL", "null", "None", "undefined", "NaN", "nan", "N/A", "n/a", "#N/A", "Undefined");

  private static final int MAX_WORD = 5;

  private SlotFaults() {}

  static boolean isNothing(String word) {
    return NOTHING.contains(word);
  }

  /** Whether nobody is called that, unlike None and Nan, which are names too. */
  static boolean isNoName(String word) {
    return isNothing(word) && !word.equals("None") && !word.equals("nan");
  }

  static void scan(String text, List<Defect> found) {
    int wordStart = 0;
    for (int i = 0; i < text.length() && found.size() < DefectScanner.MAX_DEFECTS; i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < '\u0080') {
        continue;
      }
      if (c != ' ') {
        wordStart = Character.isWhitespace(c) ? i + 1 : wordStart;
        continue;
      }
      if (i > wordStart && i - wordStart <= MAX_WORD && i + 1 < text.length()) {
        check(text, wordStart, i, found);
      }
      wordStart = i + 1;
    }
  }

  private static void check(String text, int wordStart, int space, List<Defect> found) {
    char next = text.charAt(space + 1);
    boolean mark = (next == '.' || next == ',') && endsThere(text, space + 2);
    boolean nothing = "NnUu#".indexOf(next) >= 0;
    if (!mark && !nothing) {
      return;
    }
    if (!BEFORE_NAME.contains(NameMatch.lower(text.substring(wordStart, space)))) {
      return;
    }
    if (mark) {
      found.add(DefectScanner.defect(Defect.Type.EMPTY_SLOT, space, space + 2));
      return;
    }
    int end = wordEnd(text, space + 1);
    if (isNothing(text.substring(space + 1, end)) && !text.startsWith(" and ", end)) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, space + 1, end));
    }
  }

  /** Whether a mark ends the clause, unlike the one of {@code .NET} or of an ellipsis. */
  private static boolean endsThere(String text, int i) {
    return i >= text.length() || Character.isWhitespace(text.charAt(i));
  }

  static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "#/".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }
}
