package dev.uncanned.text;

/**
 * Cuts from a message what its sender did not write for it: notices of a mail gateway, the quoted
 * thread, the sign-off, disclaimers and unsubscribe footers. The greeting stays.
 *
 * <p>Lines that begin with {@code >} go wherever they stand, so that answers between them stay; but
 * a letter that answers nothing may list its points with that sign. A reply header, a separator or
 * a block of mail headers without such lines after it cuts the rest. A text of one line, as
 * LinkedIn exports it, has no lines to go by: there only a reply header with a mail address, a
 * device footer and a closing phrase near the end are cut.
 *
 * <p>If a sign-off would be all that a sender wrote ("Thanks, Ann") it stays; a text that is all
 * quote becomes empty. Linear time.
 */
public final class QuoteStripper {

  /** Stands in the header of mails that answer a LinkedIn message, on one line with the thread. */
  private static final String LINKEDIN_REPLY = "hit-reply@linkedin.com";

  private QuoteStripper() {}

  /** What is left of a text of which nothing else is known. */
  public static String strip(String received) {
    return strip(received, false, "");
  }

  /**
   * What is left of a text, trimmed; lines keep their order and blank lines between them.
   *
   * @param answer whether the subject or the marks of a mail program say that it answers
   * @param sender the name of its sender, which may stand above a signature; empty if unknown
   */
  static String strip(String received, boolean answer, String sender) {
    String letter = received.substring(HeadNotice.end(received));
    String text = withoutLinkedInThread(letter);
    Lines lines = new Lines(text);
    int only = onlyLine(lines);
    if (only == -1) {
      return "";
    }
    if (only >= 0) {
      return FlatText.strip(lines.text(only));
    }
    boolean[] gone = new boolean[lines.count()];
    cutThread(lines, gone, answer || !ArrowBullets.are(lines));
    boolean[] withoutSignOff = gone.clone();
    cutFooters(text, lines, withoutSignOff);
    SignOff.cut(lines, withoutSignOff, sender);
    String own = join(text, lines, withoutSignOff);
    return own.isEmpty() ? join(text, new Lines(text), gone) : own;
  }

  private static String withoutLinkedInThread(String text) {
    int at = text.indexOf(LINKEDIN_REPLY);
    if (at < 0) {
      return text;
    }
    int start = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    String line = text.substring(start, end < 0 ? text.length() : end);
    int thread = line.startsWith(">") ? line.length() : FlatThread.start(line);
    return thread == line.length() ? text : text.substring(0, start + thread);
  }

  /** Footers stand at the end, or before quoted lines at the end. */
  private static void cutFooters(String text, Lines lines, boolean[] gone) {
    int last = lines.count() - 1;
    while (last >= 0) {
      while (last >= 0 && (gone[last] || lines.isBlank(last))) {
        last--;
      }
      int first = last;
      while (first > 0 && !gone[first - 1]) {
        first--;
      }
      if (last >= 0) {
        int cut = new Footers(text, lines.start(first), lines.end(last), false).start();
        for (int i = last; i >= first && lines.end(i) > cut; i--) {
          gone[i] |= lines.start(i) >= cut;
          lines.truncate(i, cut);
        }
      }
      last = first - 1;
    }
  }

  /** The only line that is not blank; -1 if there is none, -2 if there are several. */
  private static int onlyLine(Lines lines) {
    int only = -1;
    for (int i = 0; i < lines.count(); i++) {
      if (!lines.isBlank(i)) {
        if (only >= 0) {
          return -2;
        }
        only = i;
      }
    }
    return only;
  }

  private static void cutThread(Lines lines, boolean[] gone, boolean quoted) {
    int i = 0;
    while (i < lines.count()) {
      if (quoted && (lines.isQuoted(i) || isWrappedQuote(lines, gone, i))) {
        gone[i++] = true;
      } else if (ThreadSeparator.is(lines, i)
          || HeaderBlock.begins(lines, i)
          || HeaderBlock.isRow(lines, i)) {
        cutFrom(rulerBefore(lines, i), gone);
        return;
      } else {
        int end = ReplyIntro.end(lines, i);
        if (end < 0) {
          i++;
        } else if (lines.isQuotedNext(end)) {
          while (i < end) {
            gone[i++] = true;
          }
        } else {
          cutFrom(i, gone);
          return;
        }
      }
    }
  }

  /**
   * A quoted line that was wrapped on its way lost its mark; an answer there begins like a
   * sentence.
   */
  private static boolean isWrappedQuote(Lines lines, boolean[] gone, int i) {
    return i > 0
        && i + 1 < lines.count()
        && Character.isLowerCase(lines.first(i))
        && gone[i - 1]
        && lines.isQuoted(i - 1)
        && lines.isQuoted(i + 1);
  }

  /** A line drawn above a block of headers belongs to it. */
  private static int rulerBefore(Lines lines, int i) {
    int before = i - 1;
    while (before >= 0 && lines.isBlank(before)) {
      before--;
    }
    return before >= 0 && SignOff.isRuler(lines, before) ? before : i;
  }

  private static void cutFrom(int from, boolean[] gone) {
    for (int i = from; i < gone.length; i++) {
      gone[i] = true;
    }
  }

  private static String join(String text, Lines lines, boolean[] gone) {
    StringBuilder out = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < lines.count(); i++) {
      if (gone[i] || lines.isBlank(i)) {
        blank = true;
      } else {
        if (!out.isEmpty()) {
          out.append(blank ? "\n\n" : "\n");
        }
        out.append(text, lines.start(i), lines.end(i));
        blank = false;
      }
    }
    return out.toString();
  }
}
