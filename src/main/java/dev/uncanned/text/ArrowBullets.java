package dev.uncanned.text;

/**
 * Tells lines by which a writer lists his points ("{@code > Three reference calls}") or calls to
 * act ("{@code >> Book a demo}") from quoted lines.
 *
 * <p>They are few, begin like sentences, ask nothing, and stand between own text; above them is
 * more than a greeting. A text with a reply header has none.
 */
final class ArrowBullets {

  private static final int MAX_LINES = 6;

  private ArrowBullets() {}

  /** Whether the lines that begin with {@code >} are the writer's own. */
  static boolean are(Lines lines) {
    int first = -1;
    int last = -1;
    int count = 0;
    for (int i = 0; i < lines.count(); i++) {
      if (lines.isQuoted(i)) {
        if (++count > MAX_LINES || !isPoint(lines.text(i))) {
          return false;
        }
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return count > 0 && hasTextAbove(lines, first) && hasTextBelow(lines, last) && !answers(lines);
  }

  private static boolean isPoint(String line) {
    int from = 0;
    while (from < line.length()
        && (line.charAt(from) == '>' || Character.isSpaceChar(line.charAt(from)))) {
      from++;
    }
    return from < line.length()
        && !Character.isLowerCase(line.charAt(from))
        && ":?".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  private static boolean hasTextAbove(Lines lines, int first) {
    int count = 0;
    char end = 0;
    for (int i = 0; i < first; i++) {
      if (!lines.isBlank(i)) {
        count++;
        end = lines.last(i);
      }
    }
    return count > 1 || end == ':' || end == '.';
  }

  private static boolean hasTextBelow(Lines lines, int last) {
    for (int i = last + 1; i < lines.count(); i++) {
      if (!lines.isBlank(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean answers(Lines lines) {
    for (int i = 0; i < lines.count(); i++) {
      if (ThreadSeparator.is(lines, i)
          || HeaderBlock.begins(lines, i)
          || ReplyIntro.end(lines, i) >= 0
          || isAttribution(lines, i)) {
        return true;
      }
    }
    return false;
  }

  /** Some write "Ann wrote:" above a quote by hand. */
  private static boolean isAttribution(Lines lines, int i) {
    return lines.last(i) == ':'
        && lines.isQuotedNext(i + 1)
        && WroteVerb.lastIn(lines.text(i)) != null;
  }
}
