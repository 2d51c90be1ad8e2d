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

  /** Marks of spreadsheets and programs, which stand for nothing wherever they stand. */
  private static final List<String> LITERALS =
      List.of(
          "#N/A",
          "#REF!",
          "#NAME?",
          "#VALUE!",
          "#NULL!",
          "[null]",
          "[NULL]",
          "[undefined]",
          "(null)",
          "(undefined)",
          "[object Object]");

  /** Nouns of programmers and, in German, a number: the end of the clause tells a slot. */
  private static final Set<String> PROSE = Set.of("null", "undefined", "nan", "NaN");

  /** Behind these German speakers count from null. */
  private static final Set<String> BEFORE_NUMBER = Set.of("bei", "von");

  private static final String CLAUSE_ENDS = ".,;:!?)";

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
    boolean nothing = "NnUu#[(".indexOf(next) >= 0;
    if (!mark && !nothing) {
      return;
    }
    String before = NameMatch.lower(text.substring(wordStart, space));
    if (!BEFORE_NAME.contains(before)) {
      return;
    }
    if (mark) {
      found.add(DefectScanner.defect(Defect.Type.EMPTY_SLOT, space, space + 2));
      return;
    }
    int end = literalEnd(text, space + 1);
    if (end == space + 1) {
      end = wordEnd(text, end);
      nothing = isNothingBehind(before, text, space + 1, end);
    }
    if (nothing) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, space + 1, end));
    }
  }

  /** The place behind a mark that stands for nothing; the place itself without one. */
  static int literalEnd(String text, int i) {
    if (i < text.length() && "#[(".indexOf(text.charAt(i)) >= 0) {
      for (String literal : LITERALS) {
        if (text.startsWith(literal, i)) {
          return i + literal.length();
        }
      }
    }
    return i;
  }

  private static boolean isNothingBehind(String before, String text, int start, int end) {
    String word = text.substring(start, end);
    if (!isNothing(word) || text.startsWith(" and ", end)) {
      return false;
    }
    if (before.equals("at") || !PROSE.contains(word)) {
      return true;
    }
    return endsClause(text, end) && !(word.equals("null") && BEFORE_NUMBER.contains(before));
  }

  private static boolean endsClause(String text, int i) {
    return i >= text.length()
        || text.charAt(i) == '\n'
        || CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0 && endsThere(text, i + 1);
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
