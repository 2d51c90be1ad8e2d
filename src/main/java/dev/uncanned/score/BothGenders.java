package dev.uncanned.score;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the form for the other gender behind a word of a salutation, as it is written where the
 * sender does not know which one is right: {@code Prezado(a)}, {@code Liebe/r}, {@code Cher/Chère},
 * {@code Mr./Ms.}
 */
final class BothGenders {

  private static final Pattern ENDING =
      Pattern.compile(
          "( ?\\((a|o|r|e|\u00e8re|ere|as|os|es|s)\\)s?"
              + "|/-?(a|o|r|e|\u00e8re|ere|as|os|es)"
              + "|[*:_]r"
              + "|[.\u00b7\u2022]e([.\u00b7\u2022]?s)?)(?!\\p{L})");

  private static final Pattern SECOND = Pattern.compile("\\.? ?/ ?(\\p{L}+)");

  private BothGenders() {}

  /**
   * The place behind the other forms; the place itself without one.
   *
   * @param end place behind the first form
   * @param known the words that may be the second form, in lower case
   */
  static int end(String text, int end, Set<String> known) {
    int forms = end;
    int behind = secondEnd(text, forms, known);
    while (behind > forms) {
      forms = behind;
      behind = secondEnd(text, forms, known);
    }
    Matcher ending = ENDING.matcher(text).region(forms, text.length()).useTransparentBounds(true);
    return ending.lookingAt() ? ending.end() : forms;
  }

  private static int secondEnd(String text, int end, Set<String> known) {
    Matcher second = SECOND.matcher(text).region(end, text.length());
    boolean form = second.lookingAt() && known.contains(NameMatch.lower(second.group(1)));
    return form ? second.end() : end;
  }

  /** Whether a salutation leaves the gender open, so that a noun behind it may do so as well. */
  static boolean areIn(String greeted) {
    return greeted.indexOf('/') >= 0 || ENDING.matcher(greeted).find();
  }
}
