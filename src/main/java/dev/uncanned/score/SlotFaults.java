package dev.uncanned.score;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds slots inside sentences that got nothing ("at .") or a machine's nothing ("at NULL"). */
final class SlotFaults {

  private static final Map<String, Set<String>> WORDS = WordFile.lists("slot-words.txt");

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

  /** Behind these stands a company; behind the others people write of N/A and None as well. */
  private static final Set<String> BEFORE_COMPANY = Set.of("at", "bei", "chez", "presso", "bij");

  /** Behind these as well, if a word before tells that a company follows. */
  private static final Set<String> OF = WORDS.get("of");

  /** What a company has; programmers speak of the value and the handling of NULL. */
  private static final Set<String> OF_COMPANY = WORDS.get("of-company");

  /** What programmers have of nothing: "NULL values". */
  private static final Set<String> OF_PROGRAMS = WORDS.get("of-programs");

  /** What people write too: an answer, and a number in German. */
  private static final Set<String> SAID = Set.of("None", "NONE", "none", "N/A", "n/a", "Null");

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

  /** Whether people write it too where nothing is meant, unlike NULL. */
  static boolean isSaid(String word) {
    return SAID.contains(word);
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
      ofNothing(text, wordStart, before, space + 1, found);
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

  /** "the growth of NULL": only a word before that tells it from the prose of programmers. */
  private static void ofNothing(
      String text, int wordStart, String before, int start, List<Defect> found) {
    int end = wordEnd(text, start);
    if (OF.contains(before)
        && text.substring(start, end).equals("NULL")
        && OF_COMPANY.contains(wordBefore(text, wordStart - 1))) {
      found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, start, end));
    }
  }

  /** The word in lower case that ends at a place; empty without one. */
  static String wordBefore(String text, int end) {
    int start = Math.max(end, 0);
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return NameMatch.lower(text.substring(start, Math.max(end, 0)));
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
    if (!isNothing(word) || text.startsWith(" and ", end) || isOfProgram(text, end)) {
      return false;
    }
    if (isSaid(word)) {
      return BEFORE_COMPANY.contains(before);
    }
    if (before.equals("at") || !PROSE.contains(word)) {
      return true;
    }
    return endsClause(text, end) && !(word.equals("null") && BEFORE_NUMBER.contains(before));
  }

  /** {@code NULL values} and {@code NULL-terminated}. */
  private static boolean isOfProgram(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    boolean compound =
        text.charAt(end) == '-'
            && end + 1 < text.length()
            && Character.isLetter(text.charAt(end + 1));
    return compound
        || text.charAt(end) == ' '
            && OF_PROGRAMS.contains(text.substring(end + 1, wordEnd(text, end + 1)));
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
