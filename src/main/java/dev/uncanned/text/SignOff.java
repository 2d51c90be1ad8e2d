package dev.uncanned.text;

import java.util.Arrays;

/**
 * Recognises the end of a letter: a delimiter, a closing phrase with the name under it, the name of
 * the sender with addresses under it. What reads as prose below it stays, and so does a postscript.
 */
final class SignOff {

  private static final int MAX_LIST_FOOTER = 10;
  private static final int MAX_SIGNATURE_LINES = 15;
  private static final int MIN_RULER = 3;
  private static final int MAX_SHORT_RULER = 8;
  private static final int MIN_LONG_RULER = 40;
  private static final int MAX_SIGNATURE = 400;
  private static final int MAX_GREETING = 40;

  /** Characters of prose below a delimiter that are more than a motto. */
  private static final int MIN_PROSE = 100;

  /** A letter is longer than a greeting, below which an offer may be framed by lines. */
  private static final int MIN_LETTER = 20;

  private final Lines lines;
  private final int[] kept;
  private final SignatureLines signature;
  private int delimiters = -1;
  private int letter = -1;

  private SignOff(Lines lines, int[] kept, String sender) {
    this.lines = lines;
    this.kept = kept;
    this.signature = new SignatureLines(lines, kept, sender);
  }

  /**
   * Marks the lines of sign-off among those that are not gone yet.
   *
   * @param sender the sender's name, empty if it is unknown
   */
  static void cut(Lines lines, boolean[] gone, String sender) {
    int[] kept = kept(lines, gone);
    SignOff signOff = new SignOff(lines, kept, sender);
    int p = 1;
    while (p < kept.length) {
      int end = signOff.blockEnd(p);
      for (int k = p; k < end; k++) {
        gone[kept[k]] = true;
      }
      p = Math.max(p + 1, end);
    }
  }

  private static int[] kept(Lines lines, boolean[] gone) {
    int[] kept = new int[lines.count()];
    int n = 0;
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i] && !lines.isBlank(i)) {
        kept[n++] = i;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** End of the block that begins with the p-th line, or p if none does. */
  private int blockEnd(int p) {
    if (isShortDelimiter(p) || isAboveSignature(p)) {
      return lines.length(kept[p]) == 2 ? kept.length : untilPostscript(p);
    }
    int end = closingEnd(p);
    if (end == p) {
      return signature.isSignature(p) ? untilPostscript(p) : end;
    }
    return withDelimited(p, end);
  }

  /** A delimiter under the name ends the letter as it does without a closing phrase above it. */
  private int withDelimited(int p, int end) {
    for (int k = p + 1; k < Math.min(end + 1, kept.length); k++) {
      if (isShortDelimiter(k)) {
        return Math.max(end, untilPostscript(k));
      }
    }
    return end;
  }

  private int untilPostscript(int p) {
    int end = p + 1;
    while (end < kept.length && !signature.isPostscript(end)) {
      end++;
    }
    return end;
  }

  private boolean isShortDelimiter(int p) {
    int line = kept[p];
    char c = lines.first(line);
    if ((c != '-' && c != '_' && c != '\u2014' && c != '\u2013') || !isRun(lines, line, c)) {
      return false;
    }
    int length = lines.length(line);
    if (c == '-' && length == 2) {
      return delimiters() == 1 && !isLetterBelow(p) || isSignatureBelow(p) || isCardBelow(p);
    }
    boolean isShort = length <= MAX_SHORT_RULER && (c != '-' || length >= MIN_RULER);
    return c == '_' && isListFooter(p) || isShort && isBelowLetter(p) && isSignatureBelow(p);
  }

  private boolean isListFooter(int p) {
    return kept.length - p - 1 <= MAX_LIST_FOOTER && hasAddress(p + 1, kept.length);
  }

  /** How often two hyphens stand in a line: once above a signature, or between sections. */
  private int delimiters() {
    if (delimiters < 0) {
      delimiters = 0;
      for (int line : kept) {
        delimiters += lines.length(line) == 2 && isRun(lines, line, '-') ? 1 : 0;
      }
    }
    return delimiters;
  }

  /**
   * Whether a letter goes on below a line: prose directly under the greeting, or prose that ends
   * with a closing phrase of its own, which is not the last line of a card with a name.
   */
  private boolean isLetterBelow(int p) {
    if (p + 1 < kept.length && !isBelowLetter(p) && isLongProse(p + 1)) {
      return true;
    }
    int prose = 0;
    int end = p + 1 < kept.length && signature.isName(p + 1) ? kept.length - 1 : kept.length;
    for (int k = p + 1; k < end; k++) {
      boolean closes =
          lines.length(kept[k]) <= ClosingPhrase.MAX_LENGTH
              && ClosingPhrase.of(lines.text(kept[k])) != ClosingPhrase.NONE;
      if (closes && prose >= MIN_PROSE) {
        return true;
      }
      prose += signature.look(k) == SignatureLine.PROSE ? lines.length(kept[k]) : 0;
    }
    return false;
  }

  private boolean isLongProse(int p) {
    return lines.length(kept[p]) > MAX_GREETING
        && signature.look(p) == SignatureLine.PROSE
        && !hasAddress(p, p + 1);
  }

  private boolean isSignatureBelow(int p) {
    return signature.endsText(p + 1)
        && (signature.isName(p + 1) || signature.hasContact(p + 1, signature.end(p + 1)));
  }

  /** Whether a few lines with an address follow, and no question: a motto may be among them. */
  private boolean isCardBelow(int p) {
    if (kept.length - p > MAX_SIGNATURE_LINES) {
      return false;
    }
    for (int k = p + 1; k < kept.length; k++) {
      if (lines.text(kept[k]).indexOf('?') >= 0) {
        return false;
      }
    }
    return hasAddress(p + 1, kept.length);
  }

  /**
   * Whether a line is drawn across the page and below it stands only what is set apart from a
   * letter in this way: a few short lines with an address, at the end or above another delimiter.
   * The advertisements of mailing lists stand like that above the footer of the list.
   */
  private boolean isAboveSignature(int p) {
    if (lines.length(kept[p]) < MIN_LONG_RULER
        || lines.first(kept[p]) == '*'
        || !isRuler(lines, kept[p])
        || !isBelowLetter(p)) {
      return false;
    }
    int end = p + 1;
    int chars = 0;
    while (end < kept.length && !isShortDelimiter(end)) {
      chars += isRuler(lines, kept[end]) ? 0 : lines.length(kept[end]);
      if (chars > MAX_SIGNATURE || end - p > MAX_LIST_FOOTER) {
        return false;
      }
      end++;
    }
    return hasAddress(p + 1, end);
  }

  /** Whether more stands above a line than a greeting. */
  private boolean isBelowLetter(int p) {
    if (letter < 0) {
      int above = 0;
      letter = 0;
      while (letter < kept.length && above < MIN_LETTER) {
        int line = kept[letter++];
        above += isRuler(lines, line) ? 0 : lines.length(line);
      }
      letter = above < MIN_LETTER ? kept.length : letter;
    }
    return p >= letter;
  }

  /** Whether a line is drawn of three and more equal signs. */
  static boolean isRuler(Lines lines, int line) {
    char c = lines.first(line);
    return "-_=*\u2014".indexOf(c) >= 0 && lines.length(line) >= MIN_RULER && isRun(lines, line, c);
  }

  private static boolean isRun(Lines lines, int line, char c) {
    if (lines.last(line) != c) {
      return false;
    }
    String text = lines.text(line);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != c) {
        return false;
      }
    }
    return true;
  }

  private boolean hasAddress(int from, int end) {
    for (int k = from; k < end; k++) {
      String text = lines.text(kept[k]);
      if (text.contains("@") || text.contains("http")) {
        return true;
      }
    }
    return false;
  }

  private int closingEnd(int p) {
    int line = kept[p];
    if (lines.length(line) > ClosingPhrase.MAX_LENGTH) {
      return p;
    }
    String text = lines.text(line);
    return switch (ClosingPhrase.of(text)) {
      case CLOSING -> phraseEnd(p);
      case THANKS -> thanksEnd(p);
      case NONE -> namedEnd(p, ClosingPhrase.withName(text));
    };
  }

  /** A phrase above another paragraph goes alone; where prose goes on below it, it is none. */
  private int phraseEnd(int p) {
    int next = p + 1;
    boolean below = signature.isAdjacent(next);
    boolean begins =
        next < kept.length
            && (below || signature.look(next) != SignatureLine.PLAIN || next + 1 == kept.length);
    int end = begins ? signature.end(next) : next;
    if (end > next || !below) {
      return end;
    }
    boolean longName = lines.last(kept[p]) == ',' && signature.look(next) == SignatureLine.FRAGMENT;
    return longName ? next + 1 : p;
  }

  /** Thanks end a letter only with a name beneath, and not if they begin it. */
  private int thanksEnd(int p) {
    int next = p + 1;
    boolean belongs =
        lines.last(kept[p]) == ',' || signature.isAdjacent(next) || signature.isSender(next);
    boolean named = belongs && signature.isName(next);
    return named && !isBelowGreeting(p) ? signature.end(next) : p;
  }

  /** "Best regards, Ann Lee"; "Thanks, Ann!" is said to a reader as well. */
  private int namedEnd(int p, ClosingPhrase phrase) {
    if (phrase == ClosingPhrase.NONE) {
      return p;
    }
    int next = p + 1;
    boolean ends = next == kept.length || signature.isPostscript(next) || signature.endsText(next);
    if (phrase == ClosingPhrase.THANKS && (!ends || isBelowGreeting(p))) {
      return p;
    }
    return next < kept.length && (ends || signature.isAdjacent(next)) ? signature.end(next) : next;
  }

  private boolean isBelowGreeting(int p) {
    int first = kept[0];
    return p == 1 && lines.length(first) <= MAX_GREETING && ".?".indexOf(lines.last(first)) < 0;
  }
}
