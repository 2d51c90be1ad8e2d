package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/**
 * Finds where the footers under a letter begin: device lines, disclaimers, offers to stop the
 * mails, lines and pictures of tracking tools.
 *
 * <p>Footers are looked for from the end of the text to its beginning, so that a footer counts as
 * the end for the one before it. A phrase alone is never enough: it has to stand where a footer
 * begins (a line, a sentence, after two spaces, or with a capital letter in a text whose line
 * breaks were lost), near the end, and not in a question; a disclaimer needs two signs. So prose
 * that speaks of newsletters and confidential things stays, and so does an {@link OptOutRequest}.
 */
final class Footers {

  private static final int REGION = 5000;
  private static final int MAX_LEGAL = 3000;
  private static final int MAX_EVIDENCE = 900;
  private static final int MIN_EVIDENCE = 2;
  private static final int MAX_LINE_FOOTER = 500;
  private static final int MAX_AFTER_OFFER = 280;
  private static final int MAX_SENTENCE = 400;
  private static final int MAX_LEAD = 160;
  private static final int MAX_GREETING = 60;
  private static final int MAX_LINK_LETTERS = 12;
  private static final int MAX_BESIDE = 60;
  private static final int MAX_GAP = 12;
  private static final int PRIMARY =
      Kind.DEVICE.bit()
          | Kind.LINE.bit()
          | Kind.LEGAL.bit()
          | Kind.PRIVACY.bit()
          | Kind.NOTICE.bit()
          | Kind.OPTOUT.bit()
          | Kind.OFFER.bit()
          | Kind.LINK.bit()
          | Kind.WEAK.bit()
          | Kind.MENU.bit();
  private static final int LEGALS = Kind.LEGAL.bit() | Kind.PRIVACY.bit() | Kind.NOTICE.bit();
  private static final int STRONG =
      Kind.LINK.bit() | Kind.OPTOUT.bit() | Kind.OFFER.bit() | Kind.LINE.bit();
  private static final int LINKS = STRONG | Kind.MENU.bit();
  private static final int WRITER = Kind.WRITER.bit();
  private static final int SPEAKERS = WRITER | Kind.READER.bit();
  private static final int SUPPORTS = STRONG | Kind.POINTER.bit();

  /** Phrases whose sentence belongs to a footer, whomever it speaks to. */
  private static final int FOOTER_SENTENCES =
      LINKS | LEGALS | Kind.EVIDENCE.bit() | Kind.QUESTION.bit() | Kind.POINTER.bit();

  private final String text;
  private final int from;
  private final boolean flat;
  private final Hits hits = new Hits();
  private final TextBounds bounds;
  private final DeviceLine devices;
  private int end;
  private boolean legal;

  /**
   * Looks at a part of a text.
   *
   * @param flat whether the line breaks of the text were lost
   */
  Footers(String text, int from, int to, boolean flat) {
    this.text = text;
    this.from = from;
    this.flat = flat;
    this.end = to;
    this.bounds = new TextBounds(text, from, flat);
    this.devices = new DeviceLine(text, flat, bounds, hits);
    Phrases.footers().find(text, Math.max(from, to - REGION), to, hits);
  }

  Hits hits() {
    return hits;
  }

  /** Where the footers begin, without the white space before them; the end if there are none. */
  int start() {
    end = TailPictures.start(text, from, end);
    if (hits.hasAny(PRIMARY)) {
      for (int i = hits.count() - 1; i >= 0; i--) {
        if (hits.start(i) < end && hits.isAny(i, PRIMARY)) {
          int start = footer(i);
          if (start >= 0) {
            legal = hits.isAny(i, LEGALS);
            end = TailPictures.start(text, from, withoutMark(start));
          }
        }
      }
    }
    return end;
  }

  /** Where the footer that a hit belongs to begins, or -1. */
  private int footer(int hit) {
    int start = hits.start(hit);
    boolean begins = bounds.beginsSegment(start);
    if (begins) {
      int device = hits.is(hit, Kind.DEVICE) ? devices.start(hit, end) : -1;
      if (device >= 0) {
        return device;
      }
      if (hits.is(hit, Kind.LINE) && end - start <= MAX_LINE_FOOTER) {
        return start;
      }
      if (isLegal(hit)) {
        return start;
      }
    }
    int offer = wayOut(hit, begins);
    return offer >= 0 && isRequest(hit) ? -1 : offer;
  }

  private int wayOut(int hit, boolean begins) {
    boolean weak = hits.is(hit, Kind.WEAK) && isSupportedOffer(hit);
    if (weak || hits.is(hit, Kind.OPTOUT) || (hits.is(hit, Kind.OFFER) && begins)) {
      int offer = offer(hit);
      if (offer >= 0) {
        return offer;
      }
    }
    boolean menu = hits.is(hit, Kind.MENU) && isSupportedLink(hit);
    return menu || hits.is(hit, Kind.LINK) ? link(hit) : -1;
  }

  /** Whether the sentence of an offer leads somewhere. */
  private boolean isSupportedOffer(int hit) {
    int start = bounds.sentenceStart(hits.start(hit));
    int stop = bounds.sentenceEnd(hits.end(hit), end);
    return hasHit(start, stop, SUPPORTS) || text.substring(start, stop).contains("http");
  }

  /** Whether the name of a link stands beside another one, or beside an address. */
  private boolean isSupportedLink(int hit) {
    int start = Math.max(from, hits.start(hit) - MAX_BESIDE);
    int stop = Math.min(text.length(), hits.end(hit) + MAX_BESIDE);
    int own = hits.end(hit);
    return hasHit(start, hits.start(hit), SUPPORTS)
        || hasHit(own, stop, SUPPORTS)
        || text.substring(own, Math.min(stop, own + MAX_GAP)).contains("http");
  }

  /** Whether a phrase of one of some kinds begins in a part of the text. */
  private boolean hasHit(int start, int stop, int kinds) {
    for (int i = firstHit(start); i < hits.count() && hits.start(i) < stop; i++) {
      if (hits.isAny(i, kinds)) {
        return true;
      }
    }
    return false;
  }

  /** The first phrase that begins at a place or behind it. */
  private int firstHit(int place) {
    int low = 0;
    int high = hits.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.start(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether no question follows and nothing that says words of some kinds, but what footers say.
   * Footers that are sure of themselves speak to their reader in other sentences too.
   */
  private boolean isFooterLike(int start, int kinds) {
    int place = start;
    while (place < end) {
      int stop = Math.min(bounds.sentenceEnd(place + 1, end), bounds.lineEnd(place, end));
      stop = Math.max(stop, place + 1);
      if (!hasHit(place, stop, FOOTER_SENTENCES) && speaks(place, stop, kinds)) {
        return false;
      }
      place = stop;
    }
    return true;
  }

  private boolean speaks(int start, int stop, int kinds) {
    for (int i = start; i < stop; i++) {
      boolean last = i + 1 >= stop || TextBounds.isSpace(text.charAt(i + 1));
      if (text.charAt(i) == '?' && last) {
        return true;
      }
    }
    Hits found = new Hits();
    Phrases.signatures().find(text, start, stop, found);
    return found.hasAny(kinds);
  }

  private boolean isLegal(int hit) {
    int start = hits.start(hit);
    boolean notice = hits.is(hit, Kind.NOTICE);
    if (!hits.isAny(hit, LEGALS)
        || end - start > MAX_LEGAL
        || hits.is(hit, Kind.PRIVACY) && isTopic(start)) {
      return false;
    }
    int signs = notice ? 1 : 0;
    int last = -1;
    for (int i = hit;
        i < hits.count() && hits.start(i) < Math.min(end, start + MAX_EVIDENCE);
        i++) {
      if (hits.is(i, Kind.EVIDENCE) && hits.start(i) > last) {
        signs++;
        last = hits.end(i);
      }
    }
    // A disclaimer of several sentences was cut from its second on.
    boolean goesOn =
        legal && signs > 0 && bounds.sentenceEnd(hits.end(hit), end) >= bounds.before(end) + 1;
    return signs >= MIN_EVIDENCE || goesOn;
  }

  /** Who sells help with the law begins with it right under the greeting, or asks. */
  private boolean isTopic(int start) {
    return isGreeting(start) || speaks(start, bounds.sentenceEnd(start, end), 0);
  }

  /** Whether nothing but a greeting stands above a place. */
  private boolean isGreeting(int stop) {
    int first = from;
    while (first < stop && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    int last = stop;
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (last - first > MAX_GREETING) {
      return false;
    }
    String above = text.substring(first, last);
    return isClause(above) && SalutationWords.greets(above, 0);
  }

  private static boolean isClause(String line) {
    for (int i = 0; i + 1 < line.length(); i++) {
      if (",.:;!?\n\r".indexOf(line.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isRequest(int hit) {
    int start = hits.start(hit);
    int stop = Math.min(bounds.sentenceEnd(hits.end(hit), end), bounds.lineEnd(start, end));
    int gap = flat ? text.indexOf("  ", start) : -1;
    return OptOutRequest.is(
        text, from, bounds.sentenceStart(start), gap < 0 ? stop : Math.min(stop, gap));
  }

  private int offer(int hit) {
    int start = hits.start(hit);
    int stop = bounds.sentenceEnd(hits.end(hit), end);
    if (end - stop > MAX_AFTER_OFFER
        || stop - start > MAX_SENTENCE
        || isQuestion(hit, stop)
        || !isFooterLike(stop, hits.isAny(hit, STRONG) ? WRITER : SPEAKERS)) {
      return -1;
    }
    int sentence = bounds.sentenceStart(start);
    if (start - sentence > MAX_LEAD) {
      return bounds.beginsSegment(start) ? start : -1;
    }
    for (int i = 0; i < hit; i++) {
      if (hits.start(i) >= sentence
          && hits.isAny(i, LINKS)
          && bounds.beginsSegment(hits.start(i))) {
        sentence = hits.start(i);
        break;
      }
    }
    return withQuestion(sentence);
  }

  /** An offer may ask ("Want to unsubscribe?") only where nothing but the answer follows. */
  private boolean isQuestion(int hit, int stop) {
    return stop > hits.end(hit) && text.charAt(stop - 1) == '?' && !hits.is(hit, Kind.OFFER);
  }

  /** "Don't want my mails?" belongs to the offer after it. */
  private int withQuestion(int sentence) {
    int mark = bounds.before(sentence);
    if (mark < from || text.charAt(mark) != '?') {
      return sentence;
    }
    int question = bounds.sentenceStart(mark);
    for (int i = 0; i < hits.count() && hits.start(i) < mark; i++) {
      if (hits.start(i) >= question
          && hits.is(i, Kind.QUESTION)
          && mark - question <= MAX_LEAD / 2) {
        return question;
      }
    }
    return sentence;
  }

  private int link(int hit) {
    int start = hits.start(hit);
    char first = text.charAt(start);
    int before = start - 1;
    boolean apart = before < from || !TextBounds.isSpace(text.charAt(before));
    if (!bounds.beginsSegment(start) && !(Character.isUpperCase(first) || apart)) {
      return -1;
    }
    int lineStart = flat ? start : bounds.lineStart(start);
    int lineEnd = bounds.lineEnd(start, end);
    if (end - lineEnd > MAX_AFTER_OFFER
        || strangeLetters(lineStart, lineEnd) > MAX_LINK_LETTERS
        || text.substring(start, lineEnd).indexOf('?') >= 0
        || !isFooterLike(lineEnd, hits.isAny(hit, STRONG) ? WRITER : SPEAKERS)
        || !flat && isAmongItems(lineStart, lineEnd)) {
      return -1;
    }
    return flat ? withBrackets(start) : lineStart;
  }

  /** Whether a line is an item of a list and one beside it is an item that is no link. */
  private boolean isAmongItems(int lineStart, int lineEnd) {
    if (!isItem(lineStart)) {
      return false;
    }
    int before = lineStart - 1;
    int after = lineEnd + 1;
    return before > from && isOtherItem(bounds.lineStart(before))
        || after < text.length() && isOtherItem(after);
  }

  private boolean isOtherItem(int lineStart) {
    return isItem(lineStart) && !hasHit(lineStart, bounds.lineEnd(lineStart, text.length()), LINKS);
  }

  /** Whether a bullet or a number begins a line. */
  private boolean isItem(int lineStart) {
    int i = lineStart;
    while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == ' ')) {
      i++;
    }
    return i + 1 < text.length()
        && "-*\u2022\u00B7.)".indexOf(text.charAt(i)) >= 0
        && TextBounds.isSpace(text.charAt(i + 1));
  }

  private int withBrackets(int start) {
    int i = start;
    while (i > from && "[(<|*_".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  /** Letters of a part of the text that belong to no link and no web address. */
  private int strangeLetters(int start, int stop) {
    int letters = 0;
    int i = start;
    while (i < stop) {
      int covered = coveredEnd(i);
      if (covered > i) {
        i = covered;
      } else if (text.startsWith("http", i) || text.startsWith("www.", i)) {
        i = urlEnd(i, stop);
      } else {
        letters += Character.isLetter(text.charAt(i++)) ? 1 : 0;
      }
    }
    return letters;
  }

  private int coveredEnd(int at) {
    int covered = -1;
    for (int i = 0; i < hits.count() && hits.start(i) <= at; i++) {
      if (hits.start(i) == at && hits.isAny(i, LINKS)) {
        covered = Math.max(covered, hits.end(i));
      }
    }
    return covered;
  }

  private int urlEnd(int start, int stop) {
    int i = start;
    while (i < stop && text.charAt(i) > ' ' && ">])".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Signs that lead to a footer ("P.S.", brackets, bullets) go with it. */
  private int withoutMark(int start) {
    int i = start;
    while (i > from && "*_|([-\u2022\u00B7>\"\u201C".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    i = bounds.before(i) + 1;
    for (String mark : new String[] {"P.S.", "PS:", "P.S", "PS", "p.s."}) {
      if (text.startsWith(mark, i - mark.length())
          && i - mark.length() >= from
          && (i - mark.length() == from
              || TextBounds.isSpace(text.charAt(i - mark.length() - 1)))) {
        return bounds.before(i - mark.length()) + 1;
      }
    }
    return i;
  }
}
