package dev.uncanned.score;

import dev.uncanned.text.CommonWords;
import dev.uncanned.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds choices that the mailing tool left open: {@code {Hi|Hello} Anna, {hope you are well|trust
 * all is good}}.
 *
 * <p>Handbooks write the words of a command in the same way ({@code service {start|stop}}). So a
 * choice counts if it is one of greetings or of several words, or if its text has such a one; and
 * single words count where there are {@value #SEVERAL} choices among everyday words.
 */
final class Spintax {

  private static final int SEVERAL = 3;
  private static final int MAX_WORD = 30;

  /** Letters and marks of prose; the signs of code and the blanks of formulas are left out. */
  private static final String WORDS = "\\p{L}[\\p{L}\\p{N} '\u2019,.!?-]{0,150}(?<! )";

  private static final Pattern CHOICE =
      Pattern.compile(
          "(?<![^\\s\"'(,.;:!?}-])\\{(" + WORDS + "(?:\\|(?:" + WORDS + ")?){1,20})\\}");

  private static final Pattern SEVERAL_WORDS = Pattern.compile("\\p{L}{2,},? \\p{L}+");

  private static final Pattern WORD_BEFORE = Pattern.compile("(\\p{L}+) $");
  private static final Pattern WORD_BEHIND = Pattern.compile(" (\\p{L}+)");

  private Spintax() {}

  static void scan(String text, List<Defect> found) {
    if (text.indexOf('|') < 0 || text.indexOf('{') < 0) {
      return;
    }
    List<Defect> choices = new ArrayList<>();
    boolean sure = false;
    int inProse = 0;
    Matcher choice = CHOICE.matcher(text);
    while (choice.find() && found.size() + choices.size() < DefectScanner.MAX_DEFECTS) {
      String[] ways = choice.group(1).split("\\|");
      if (ways[0].length() > 1) {
        sure |= isSure(ways);
        inProse += isInProse(text, choice.start(), choice.end()) ? 1 : 0;
        choices.add(
            DefectScanner.defect(Defect.Type.UNRESOLVED_TOKEN, choice.start(), choice.end()));
      }
    }
    if (sure || inProse >= SEVERAL && inProse == choices.size()) {
      found.addAll(choices);
    }
  }

  private static boolean isSure(String[] ways) {
    int greetings = 0;
    for (String way : ways) {
      if (SEVERAL_WORDS.matcher(way).find()) {
        return true;
      }
      greetings += Greeting.isLead(way) ? 1 : 0;
    }
    return greetings > 1 && Greeting.isLead(ways[0]);
  }

  private static boolean isInProse(String text, int start, int end) {
    Matcher before = WORD_BEFORE.matcher(text).region(Math.max(0, start - MAX_WORD), start);
    Matcher behind = WORD_BEHIND.matcher(text).region(end, text.length());
    return before.find() && isEveryday(before.group(1))
        || behind.lookingAt() && isEveryday(behind.group(1));
  }

  private static boolean isEveryday(String word) {
    return CommonWords.contains(Folding.nameKey(word));
  }
}
