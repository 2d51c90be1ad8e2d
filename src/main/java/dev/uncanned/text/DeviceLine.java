package dev.uncanned.text;

import dev.uncanned.text.Phrases.Hits;
import dev.uncanned.text.Phrases.Kind;

/**
 * Recognises the line that a telephone or mail program leaves under a letter. The name of the
 * program has to follow, no prose, and below it nothing but a signature.
 */
final class DeviceLine {

  private static final int MAX_DEVICE = 60;
  private static final int MAX_AFTER_DEVICE = 45;
  private static final int MAX_SIGNATURE = 280;
  private static final int MAX_GAP = 2;

  private final String text;
  private final boolean flat;
  private final TextBounds bounds;
  private final Hits hits;

  DeviceLine(String text, boolean flat, TextBounds bounds, Hits hits) {
    this.text = text;
    this.flat = flat;
    this.bounds = bounds;
    this.hits = hits;
  }

  /** Where the line that begins with a phrase begins, or -1 if it is none. */
  int start(int hit, int end) {
    return isDevice(hit, end) ? withPhraseBefore(hit) : -1;
  }

  /** "Sent from Outlook for iOS" is two phrases that touch. */
  private int withPhraseBefore(int hit) {
    int start = hits.start(hit);
    for (int i = hit - 1; i >= 0 && hits.start(i) > start - MAX_DEVICE; i--) {
      if (hits.is(i, Kind.DEVICE) && hits.end(i) <= start && hits.end(i) >= start - MAX_GAP) {
        start = hits.start(i);
      }
    }
    return start;
  }

  private boolean isDevice(int hit, int end) {
    int start = hits.start(hit);
    int lineEnd = bounds.lineEnd(start, end);
    if (isJest(start, lineEnd, end)) {
      return true;
    }
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
        return (lineEnd - last <= MAX_AFTER_DEVICE || isAddress(last, lineEnd))
            && isAboveSignature(lineEnd, end)
            && !isProse(hits.end(hit), last)
            && !isProse(last, lineEnd);
      }
    }
    return false;
  }

  /** "Sent from a magnificent torch of pixels": the last paragraph, without a product's name. */
  private boolean isJest(int start, int lineEnd, int end) {
    return !flat
        && lineEnd == end
        && lineEnd - start <= MAX_DEVICE
        && text.regionMatches(true, start, "sent from", 0, "sent from".length())
        && start - bounds.before(start) > 2
        && SignatureLine.of(text.substring(start, lineEnd)) != SignatureLine.PROSE;
  }

  private boolean isAddress(int start, int stop) {
    int at = text.indexOf("http", start);
    return at >= 0 && at < start + MAX_GAP + 2 && text.substring(at, stop).indexOf(' ') < 0;
  }

  /** Whether nothing follows a device line but the signature under it. */
  private boolean isAboveSignature(int lineEnd, int end) {
    if (end - lineEnd > MAX_SIGNATURE) {
      return false;
    }
    return text.substring(lineEnd, end)
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || SignatureLine.of(line) != SignatureLine.PROSE);
  }

  /** Whether a sentence goes on: a comma with words after it, a question, three small words. */
  private boolean isProse(int start, int stop) {
    int small = 0;
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (text.startsWith("http", i)) {
        return false;
      }
      if (c == '?' || (c == ',' && i + 1 < stop)) {
        return true;
      }
      boolean first = Character.isLetter(c) && !Character.isLetterOrDigit(text.charAt(i - 1));
      boolean brand = i + 1 < stop && Character.isUpperCase(text.charAt(i + 1));
      small += first && Character.isLowerCase(c) && !brand ? 1 : 0;
    }
    return small > 2;
  }
}
