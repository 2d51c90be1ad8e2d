package dev.uncanned.score;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds a machine's nothing where a sentence has a job title or a company: "your role as NULL at
 * Initech", "I noticed NULL is hiring".
 *
 * <p>Programmers write of NULL too. So a title needs a company behind it and a role or the begin of
 * a clause before it, and a company needs a word for what only companies do or have.
 */
final class NothingInSentence {

  private static final List<String> NOTHING = List.of("NULL", "null", "undefined");
  private static final String COMPANY = "NULL";
  private static final String MARKS = ".,;:!?(\n\r\u00a1\u00bf\u2013\u2014";

  private static final Map<String, Set<String>> WORDS = WordFile.lists("slot-words.txt");

  /** Before a title, in the languages that are read. */
  private static final Set<String> AS = WORDS.get("as");

  /** Before the company behind a title. */
  private static final Set<String> AT = WORDS.get("at");

  /** What somebody has as a title. */
  private static final Set<String> ROLES = WORDS.get("role");

  /** Named like companies, and nothing may be stored in them. */
  private static final Set<String> PROGRAMS = WORDS.get("program-names");

  /** Before a value, or one of several. */
  private static final Set<String> BEFORE_VALUE = WORDS.get("before-value");

  private static final Set<String> DOING = WORDS.get("company-doing");
  private static final Set<String> DO = WORDS.get("company-do");
  private static final Set<String> HAVE = WORDS.get("company-have");

  private final String text;

  private NothingInSentence(String text) {
    this.text = text;
  }

  static void scan(String text, List<Defect> found) {
    NothingInSentence sentence = new NothingInSentence(text);
    for (String nothing : NOTHING) {
      int start = text.indexOf(nothing);
      while (start >= 0 && found.size() < DefectScanner.MAX_DEFECTS) {
        int end = start + nothing.length();
        if (sentence.isWord(start, end) && sentence.isSlot(start, end)) {
          found.add(DefectScanner.defect(Defect.Type.NULL_LITERAL, start, end));
        }
        start = text.indexOf(nothing, end);
      }
    }
  }

  private boolean isWord(int start, int end) {
    boolean before = start > 0 && isOfWord(text.charAt(start - 1));
    return !before && (end == text.length() || !isOfWord(text.charAt(end)));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "_-/#&".indexOf(c) >= 0;
  }

  private boolean isSlot(int start, int end) {
    return isTitle(start, end) || text.startsWith(COMPANY, start) && isCompany(start, end);
  }

  private boolean isTitle(int start, int end) {
    String as = before(start);
    int asStart = start - 1 - as.length();
    if (!AS.contains(as) || !isAtCompany(end)) {
      return false;
    }
    String role = before(asStart);
    return as.equals("que") ? role.equals("tant") : ROLES.contains(role) || opensClause(asStart);
  }

  private boolean isAtCompany(int end) {
    String at = behind(end);
    int company = end + at.length() + 2;
    return AT.contains(at)
        && company < text.length()
        && Character.isUpperCase(text.charAt(company))
        && !PROGRAMS.contains(behind(company - 1));
  }

  private boolean isCompany(int start, int end) {
    String before = before(start);
    if (before.equals("joining")) {
      return isCongratulated(start - before.length() - 1) && endsClause(end);
    }
    String behind = behind(end);
    if (behind.equals("is") && !BEFORE_VALUE.contains(before)) {
      return DOING.contains(behind(end + " is".length()));
    }
    return before.equals("does") && DO.contains(behind) || hasWhatCompaniesHave(end);
  }

  /** "NULL's growth" and "NULL's recent growth". */
  private boolean hasWhatCompaniesHave(int end) {
    int owned = end + "'s".length();
    if (!text.startsWith("'s ", end) && !text.startsWith("\u2019s ", end)) {
      return false;
    }
    String first = behind(owned);
    return HAVE.contains(first) || HAVE.contains(behind(owned + 1 + first.length()));
  }

  private boolean isCongratulated(int joining) {
    String on = before(joining);
    return on.equals("on") && before(joining - on.length() - 1).startsWith("congrat");
  }

  private boolean endsClause(int end) {
    return end == text.length() || MARKS.indexOf(text.charAt(end)) >= 0;
  }

  /** Behind a mark, an empty line or nothing; a single line end may stand inside of a clause. */
  private boolean opensClause(int start) {
    int i = start;
    while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    boolean paragraph = text.substring(i, start).indexOf("\n\n") >= 0;
    return i == 0 || paragraph || MARKS.indexOf(text.charAt(i - 1)) >= 0;
  }

  /** The word in lower case before a blank before a place; empty without one. */
  private String before(int start) {
    boolean blank = start > 0 && text.charAt(start - 1) == ' ';
    return blank ? SlotFaults.wordBefore(text, start - 1) : "";
  }

  /** The word in lower case behind a blank at a place; empty without one. */
  private String behind(int end) {
    if (end >= text.length() || text.charAt(end) != ' ') {
      return "";
    }
    return NameMatch.lower(text.substring(end + 1, SlotFaults.wordEnd(text, end + 1)));
  }
}
