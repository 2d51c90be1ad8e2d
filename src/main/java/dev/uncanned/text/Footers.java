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
  private static final int MAX_DEVICE = 60;
  private static final int MAX_AFTER_DEVICE = 45;
  private static final int MAX_LINK_LETTERS = 12;
  private static final int WRAPPED = 45;
  private static final int PRIMARY =
      Kind.DEVICE.bit()
          | Kind.LINE.bit()
          | Kind.LEGAL.bit()
          | Kind.NOTICE.bit()
          | Kind.OPTOUT.bit()
          | Kind.OFFER.bit()
          | Kind.LINK.bit();
  private static final int LEGALS = Kind.LEGAL.bit() | Kind.NOTICE.bit();
  private static final int LINKS =
      Kind.LINK.bit() | Kind.OPTOUT.bit() | Kind.OFFER.bit() | Kind.LINE.bit();

  private final String text;
  private final int from;
  private final boolean flat;
  private final Hits hits = new Hits();
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
    Phrases.footers().find(text, Math.max(from, to - REGION), to, hits);
  }

  Hits hits() {
    return hits;
  }

  /** Where the footers begin, without the white space before them; the end if there are none. */
  int start() {
    end = withoutPictures(end);
    if (hits.hasAny(PRIMARY)) {
      for (int i = hits.count() - 1; i >= 0; i--) {
        if (hits.start(i) < end && hits.isAny(i, PRIMARY)) {
          int start = footer(i);
          if (start >= 0) {
            legal = hits.isAny(i, LEGALS);
            end = withoutPictures(withoutMark(start));
          }
        }
      }
    }
    return end;
  }

  /** Where the footer that a hit belongs to begins, or -1. */
  private int footer(int hit) {
    int start = hits.start(hit);
    boolean begins = beginsSegment(start);
    if (begins) {
      if (hits.is(hit, Kind.DEVICE) && isDevice(hit)
          || hits.is(hit, Kind.LINE) && end - start <= MAX_LINE_FOOTER) {
        return hits.is(hit, Kind.DEVICE) ? device(hit) : start;
      }
      if (isLegal(hit)) {
        return start;
      }
    }
    int offer = wayOut(hit, begins);
    return offer >= 0 && isRequest(hit) ? -1 : offer;
  }

  private int wayOut(int hit, boolean begins) {
    if (hits.is(hit, Kind.OPTOUT) || (hits.is(hit, Kind.OFFER) && begins)) {
      int offer = offer(hit);
      if (offer >= 0) {
        return offer;
      }
    }
    return hits.is(hit, Kind.LINK) ? link(hit) : -1;
  }

  /** "Sent from Outlook for iOS" is two phrases that touch. */
  private int device(int hit) {
    int start = hits.start(hit);
    for (int i = hit - 1; i >= 0 && hits.start(i) > start - MAX_DEVICE; i--) {
      if (hits.is(i, Kind.DEVICE) && hits.end(i) <= start && hits.end(i) >= start - MAX_GAP) {
        start = hits.start(i);
      }
    }
    return start;
  }

  private boolean isDevice(int hit) {
    int start = hits.start(hit);
    int lineEnd = lineEnd(start);
    for (int i = hit;
        i < hits.count() && hits.start(i) < Math.min(lineEnd, start + MAX_DEVICE);
        i++) {
      if (hits.is(i, Kind.PRODUCT) && hits.start(i) > start) {
        int last = hits.end(i);
        while (i + 1 < hits.count()
            && hits.start(i + 1) <= last + MAX_GAP
            && hits.end(i + 1) <= lineEnd) {
          i++;
          last = Math.max(last, hits.is(i, Kind.PRODUCT) ? hits.end(i) : last);
        }
        return lineEnd - last <= MAX_AFTER_DEVICE
            && !isProse(hits.end(hit), last)
            && !isProse(last, lineEnd);
      }
    }
    return false;
  }

  private static final int MAX_GAP = 2;

  /** Whether a sentence goes on: a comma with words after it, a question, three small words. */
  private boolean isProse(int start, int stop) {
    int small = 0;
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (c == '?' || (c == ',' && i + 1 < stop)) {
        return true;
      }
      boolean first = Character.isLetter(c) && !Character.isLetterOrDigit(text.charAt(i - 1));
      small += first && Character.isLowerCase(c) ? 1 : 0;
    }
    return small > 2;
  }

  private boolean isLegal(int hit) {
    int start = hits.start(hit);
    boolean notice = hits.is(hit, Kind.NOTICE);
    if ((!notice && !hits.is(hit, Kind.LEGAL)) || end - start > MAX_LEGAL) {
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
    boolean goesOn = legal && signs > 0 && sentenceEnd(hits.end(hit)) >= before(end) + 1;
    return signs >= MIN_EVIDENCE || goesOn;
  }

  private boolean isRequest(int hit) {
    int start = hits.start(hit);
    int stop = Math.min(sentenceEnd(hits.end(hit)), lineEnd(start));
    int gap = flat ? text.indexOf("  ", start) : -1;
    return OptOutRequest.is(text, from, sentenceStart(start), gap < 0 ? stop : Math.min(stop, gap));
  }

  private int offer(int hit) {
    int start = hits.start(hit);
    int stop = sentenceEnd(hits.end(hit));
    if (end - stop > MAX_AFTER_OFFER || stop - start > MAX_SENTENCE || isQuestion(hit, stop)) {
      return -1;
    }
    int sentence = sentenceStart(start);
    if (start - sentence > MAX_LEAD) {
      return beginsSegment(start) ? start : -1;
    }
    for (int i = 0; i < hit; i++) {
      if (hits.start(i) >= sentence && hits.isAny(i, LINKS) && beginsSegment(hits.start(i))) {
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
    int mark = before(sentence);
    if (mark < from || text.charAt(mark) != '?') {
      return sentence;
    }
    int question = sentenceStart(mark);
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
    boolean apart = before < from || !isWordSpace(text.charAt(before));
    if (!beginsSegment(start) && !(Character.isUpperCase(first) || apart)) {
      return -1;
    }
    int lineStart = flat ? start : lineStart(start);
    int lineEnd = lineEnd(start);
    if (end - lineEnd > MAX_AFTER_OFFER
        || strangeLetters(lineStart, lineEnd) > MAX_LINK_LETTERS
        || text.substring(start, lineEnd).indexOf('?') >= 0) {
      return -1;
    }
    return flat ? withBrackets(start) : lineStart;
  }

  private static boolean isWordSpace(char c) {
    return c <= ' ' || c == '\u00A0';
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

  /**
   * Whether a footer may begin here: at the beginning of a line, after the end of a sentence, after
   * two spaces, or with a capital where line breaks were lost.
   */
  private boolean beginsSegment(int start) {
    int i = start - 1;
    int spaces = 0;
    while (i >= from) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028') {
        return true;
      }
      if (isWordSpace(c)) {
        spaces++;
      } else if (Character.isLetterOrDigit(c) || c == ',' || c == '\'' || c == '\u2019') {
        return flat && (spaces > 1 || (spaces == 1 && Character.isUpperCase(text.charAt(start))));
      } else if (spaces > 0 && isSentenceEnd(c) || spaces > 1) {
        return true;
      }
      i--;
    }
    return true;
  }

  private static boolean isSentenceEnd(char c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u2026'
        || c == ':'
        || c == '|'
        || c == '\u3002';
  }

  /** The last sign before a place that is no white space, or one before the text. */
  private int before(int place) {
    int i = place - 1;
    while (i >= from && isWordSpace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private int sentenceStart(int place) {
    int limit = Math.max(from, place - MAX_SENTENCE);
    int first = place;
    for (int i = place - 1; i >= limit; i--) {
      char c = text.charAt(i);
      if (c == '\n' && !isWrapped(i)) {
        return first;
      }
      if (isWordSpace(c)) {
        char before = i > from ? text.charAt(i - 1) : '\n';
        if ((flat && before == ' ' && c == ' ') || isSentenceEnd(before)) {
          return first;
        }
      } else {
        first = i;
      }
    }
    return first;
  }

  /** Whether the line that ends here was long enough to be broken by the mail program. */
  private boolean isWrapped(int lineBreak) {
    int start = lineBreak - 1;
    while (start >= from && lineBreak - start <= WRAPPED && text.charAt(start) != '\n') {
      start--;
    }
    return lineBreak - start > WRAPPED;
  }

  private int sentenceEnd(int place) {
    int limit = Math.min(end, place + MAX_SENTENCE);
    for (int i = place; i < limit; i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' || c == '!' || c == '?';
      if (stop && (i + 1 == end || isWordSpace(text.charAt(i + 1)))) {
        return i + 1;
      }
      if (c == '\n' && i + 1 < end && text.charAt(i + 1) == '\n') {
        return i;
      }
    }
    return limit;
  }

  private int lineStart(int place) {
    return Math.max(from, text.lastIndexOf('\n', place - 1) + 1);
  }

  private int lineEnd(int place) {
    int lineEnd = flat ? -1 : text.indexOf('\n', place);
    return lineEnd < 0 || lineEnd > end ? end : lineEnd;
  }

  /** Signs that lead to a footer ("P.S.", brackets, bullets) go with it. */
  private int withoutMark(int start) {
    int i = start;
    while (i > from && "*_|([-\u2022\u00B7>\"\u201C".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    i = before(i) + 1;
    for (String mark : new String[] {"P.S.", "PS:", "P.S", "PS", "p.s."}) {
      if (text.startsWith(mark, i - mark.length())
          && i - mark.length() >= from
          && (i - mark.length() == from || isWordSpace(text.charAt(i - mark.length() - 1)))) {
        return before(i - mark.length()) + 1;
      }
    }
    return i;
  }

  /** Without white space, marks of pictures and addresses of tracking pixels at the end. */
  private int withoutPictures(int stop) {
    int i = before(stop) + 1;
    while (i > from) {
      int start = picture(i);
      if (start < 0) {
        return i;
      }
      i = before(start) + 1;
    }
    return i;
  }

  /** Where the picture that ends here begins, or -1. */
  private int picture(int stop) {
    char last = text.charAt(stop - 1);
    if (last != ']'
        && last != '>'
        && last != ')'
        && last != '='
        && !Character.isLetterOrDigit(last)) {
      return -1;
    }
    if (last == ']') {
      int open = text.lastIndexOf('[', stop - 1);
      boolean near = open >= from && stop - open <= MAX_SENTENCE;
      return near && isPictureMark(text.substring(open + 1, stop - 1)) ? open : -1;
    }
    int start = stop - 1;
    int limit = Math.max(from, stop - MAX_SENTENCE);
    while (start > limit && !isWordSpace(text.charAt(start - 1))) {
      start--;
    }
    if (!text.startsWith("http", start) && !text.startsWith("<http", start)) {
      return -1;
    }
    return isPixel(text.substring(start, stop)) ? start : -1;
  }

  private static boolean isPictureMark(String mark) {
    return mark.startsWith("image:")
        || mark.startsWith("Image:")
        || mark.startsWith("cid:")
        || mark.startsWith("inline image")
        || mark.startsWith("Inline image")
        || mark.startsWith("https://")
        || mark.startsWith("http://")
        || mark.equals("image")
        || mark.equals("Image")
        || mark.equals("logo");
  }

  private static boolean isPixel(String url) {
    return url.contains("/open/")
        || url.contains("/open?")
        || url.contains("/open.")
        || url.contains("/wf/open")
        || url.contains("/pixel")
        || url.contains("/beacon")
        || url.contains("/track/open")
        || url.contains("mailtrack.io")
        || url.contains("/unsubscribe")
        || url.endsWith(".gif")
        || url.endsWith(".gif>");
  }
}
