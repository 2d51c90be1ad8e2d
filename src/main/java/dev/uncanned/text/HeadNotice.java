package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/**
 * Finds where a letter begins below what a gateway or the recipient's mail program wrote above it:
 * "CAUTION: This email originated from outside the organization. Do not click links …", "You don't
 * often get email from ann@example.org. Learn why this is important", "[EXTERNAL]".
 *
 * <p>A notice is read sentence by sentence from the beginning of the text; the first sentence that
 * says nothing of that kind begins the letter. Advice alone is no notice, so a letter may tell its
 * reader what not to click.
 */
final class HeadNotice {

  private static final int MAX_NOTICE = 1500;
  private static final int MAX_SENTENCE = 400;
  private static final int MAX_TAG = 60;
  private static final int MAX_BEFORE_NOTICE = 8;
  private static final String OPENING = "[({";
  private static final String CLOSING = "])}";
  private static final int WRAPPED = 45;

  /** A label alone may stand above a letter, which may give one piece of advice. */
  private static final int ADVICE_BELOW_LABEL = 2;

  private static final int ADVICE = Kind.EVIDENCE.bit() | Kind.LINK.bit();
  private static final int LABELS = Kind.LABEL.bit() | Kind.HEAD.bit();

  private final String text;
  private final TextBounds bounds;
  private int end;
  private int place;

  /** Sentences of advice that make a notice below what was read so far; none do at first. */
  private int advice = Integer.MAX_VALUE;

  private HeadNotice(String text) {
    this.text = text;
    this.bounds = new TextBounds(text, 0, false);
    this.place = afterSigns(0);
  }

  /** Where the letter begins; 0 if nothing stands above it. */
  static int end(String text) {
    HeadNotice notice = new HeadNotice(text);
    while (notice.place < Math.min(MAX_NOTICE, text.length()) && notice.reads()) {
      notice.place = notice.afterSigns(notice.place);
    }
    return notice.end;
  }

  /** Reads one sentence or label; false if it is none of a notice. */
  private boolean reads() {
    int start = place;
    if (text.charAt(start) == '>') {
      return false;
    }
    int tag = tagEnd(start);
    int stop = tag > 0 ? tag : sentenceEnd(start);
    Hits hits = new Hits();
    Phrases.heads().find(text, start, stop, hits);
    int label = labelEnd(hits, start, stop);
    place = label > 0 ? label : stop;
    return label > 0 ? readsLabel(hits, start, stop) : readsSentence(hits, start, stop);
  }

  /** Whether a label belongs to a notice is said by what follows, unless it says it itself. */
  private boolean readsLabel(Hits hits, int start, int stop) {
    boolean head = hits.hasAny(Kind.HEAD.bit());
    advice = Math.min(advice, head ? 1 : ADVICE_BELOW_LABEL);
    if (head && place == stop && standsAlone(start, stop)) {
      end = afterBracket(stop);
    }
    return true;
  }

  /** A letter has "(External) recruiters" and a sentence of one word, but no tag on its line. */
  private boolean standsAlone(int start, int stop) {
    String label = text.substring(start, stop);
    boolean shouted = label.chars().noneMatch(Character::isLowerCase);
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    if (shouted || before == '[') {
      return true;
    }
    if (before != '(') {
      return !label.endsWith(".") || label.indexOf(' ') > 0;
    }
    int next = afterSpace(afterBracket(stop));
    boolean line = text.substring(stop, next).chars().anyMatch(c -> Lines.isBreak((char) c));
    return line || next == text.length() || SalutationWords.greets(text, next);
  }

  private boolean readsSentence(Hits hits, int start, int stop) {
    boolean addressed = hits.hasAny(Kind.WEAK.bit()) && text.substring(start, stop).contains("@");
    if (!opensNotice(hits, start, stop) && !addressed && adviceIn(hits) < advice) {
      return false;
    }
    place = withLink(hits, stop);
    end = place;
    advice = 1;
    return true;
  }

  /** A letter may speak of such mails, but further inside of its sentence. */
  private boolean opensNotice(Hits hits, int start, int stop) {
    for (int i = 0; i < hits.count(); i++) {
      if (hits.is(i, Kind.NOTICE)
          && hits.start(i) - start <= MAX_BEFORE_NOTICE
          && (advice <= ADVICE_BELOW_LABEL || adviceIn(hits) > 0 || !speaks(hits.end(i), stop))) {
        return true;
      }
    }
    return false;
  }

  /** "This email comes from outside your network, I know" is what a letter says. */
  private boolean speaks(int from, int stop) {
    Hits said = new Hits();
    Phrases.signatures().find(text, from, stop, said);
    return said.hasAny(Kind.WRITER.bit());
  }

  private static int adviceIn(Hits hits) {
    int n = 0;
    for (int i = 0; i < hits.count(); i++) {
      n += hits.isAny(i, ADVICE) ? 1 : 0;
    }
    return n;
  }

  /** Where a label ends that stands alone or before a colon or a dash; 0 if none does. */
  private int labelEnd(Hits hits, int start, int stop) {
    int longest = 0;
    for (int i = 0; i < hits.count(); i++) {
      if (hits.isAny(i, LABELS) && hits.start(i) == start) {
        longest = Math.max(longest, hits.end(i));
      }
    }
    int next = longest;
    while (next < stop && " *_]".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (longest == 0 || next < stop && ":!|-\u2013\u2014.".indexOf(text.charAt(next)) < 0) {
      return 0;
    }
    return hasLetter(next, stop) ? next : stop;
  }

  private boolean hasLetter(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where a sentence ends that ends with a phrase, and the address of its link. */
  private int withLink(Hits hits, int stop) {
    for (int i = 0; i < hits.count(); i++) {
      if (hits.is(i, Kind.LINK)) {
        return afterAddress(hits.end(i));
      }
    }
    return stop;
  }

  private int afterAddress(int from) {
    int i = from;
    while (i < text.length() && " <([.:\n\r".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (!text.startsWith("http", i)) {
      return from;
    }
    while (i < text.length() && !TextBounds.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where a tag in brackets ends that begins here, before the bracket; 0 if there is none. */
  private int tagEnd(int start) {
    int before = start - 1;
    if (before < 0 || OPENING.indexOf(text.charAt(before)) < 0) {
      return 0;
    }
    int limit = Math.min(text.length(), start + MAX_TAG);
    for (int i = start; i < limit; i++) {
      if (CLOSING.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return 0;
  }

  private int afterBracket(int stop) {
    boolean bracket = stop < text.length() && CLOSING.indexOf(text.charAt(stop)) >= 0;
    return bracket ? stop + 1 : stop;
  }

  /** A sentence ends with its line too, unless the line was long and goes on in small letters. */
  private int sentenceEnd(int start) {
    int limit = Math.min(text.length(), start + MAX_SENTENCE);
    int stop = bounds.sentenceEnd(start, limit);
    int lineStart = start;
    for (int i = start; i < stop; i++) {
      if (Lines.isBreak(text.charAt(i))) {
        int next = afterSpace(i);
        boolean goesOn = next < stop && Character.isLowerCase(text.charAt(next));
        if (!goesOn || i - lineStart < WRAPPED) {
          return i;
        }
        lineStart = next;
      }
    }
    return stop;
  }

  private int afterSpace(int from) {
    int i = from;
    while (i < text.length() && TextBounds.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The next letter, digit or mark of a quoted line. */
  private int afterSigns(int from) {
    int i = from;
    while (i < text.length()
        && text.charAt(i) != '>'
        && !Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
