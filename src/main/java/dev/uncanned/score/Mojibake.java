package dev.uncanned.score;

import java.util.List;

/** Finds text that was decoded in the wrong charset: UTF-8 read as Windows-1252, and U+FFFD. */
final class Mojibake {

  /** What Windows-1252 makes of the bytes 80 to 9F. */
  private static final String CP1252 =
      "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
          + "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178";

  /** No garbled character begins with a smaller one; nearly all text is smaller. */
  private static final char FIRST_SIGN = '\u00c2';

  private Mojibake() {}

  static void scan(String text, List<Defect> found) {
    int i = 0;
    int end = 0;
    int start = -1;
    while (i < text.length() && found.size() < DefectScanner.MAX_DEFECTS) {
      int length = lengthAt(text, i);
      if (length == 0) {
        i++;
        continue;
      }
      if (start >= 0 && i > end + 1) {
        found.add(DefectScanner.defect(Defect.Type.MOJIBAKE, start, end));
        start = -1;
      }
      start = start < 0 ? i : start;
      i += length;
      end = i;
    }
    if (start >= 0) {
      found.add(DefectScanner.defect(Defect.Type.MOJIBAKE, start, end));
    }
  }

  private static int lengthAt(String text, int i) {
    char c = text.charAt(i);
    if (c < FIRST_SIGN) {
      return 0;
    }
    if (c == '\ufffd') {
      return 1;
    }
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    char third = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
    return switch (c) {
      case '\u00c3', '\u00c4', '\u00c5' -> isTrail(next) && !isClosingQuote(next) ? 2 : 0;
      case '\u00c2' -> next >= '\u00a0' && next <= '\u00bf' ? 2 : 0;
      case '\u00e2' -> isSign(next, third) ? 3 : 0;
      case '\u00d0', '\u00d1' -> cyrillicAt(text, i);
      case '\u00ef' -> next == '\u00bb' && third == '\u00bf' ? 3 : 0;
      case '\u00f0' -> next == '\u0178' && isTrail(third) ? 3 : 0;
      default -> 0;
    };
  }

  /** A letter with a circumflex may end a quoted word: two closing marks behind it are no sign. */
  private static boolean isSign(char next, char third) {
    boolean quoted = isClosingQuote(next) && isClosingQuote(third);
    return isTrail(next) && next != '\u00a0' && isTrail(third) && !quoted;
  }

  /** Each letter is a pair; a single one may be a word of Icelandic or Spanish. */
  private static int cyrillicAt(String text, int start) {
    int i = start;
    while (i + 1 < text.length()
        && (text.charAt(i) == '\u00d0' || text.charAt(i) == '\u00d1')
        && isTrail(text.charAt(i + 1))) {
      i += 2;
    }
    return i - start > 2 ? i - start : 0;
  }

  /** A byte 80 to BF, as ISO-8859-1 or Windows-1252 shows it. */
  private static boolean isTrail(char c) {
    return c >= '\u0080' && c <= '\u00bf' || CP1252.indexOf(c) >= 0;
  }

  /** What may follow a capital with a tilde or ring at the end of a quoted word. */
  private static boolean isClosingQuote(char c) {
    return c == '\u2019'
        || c == '\u201d'
        || c == '\u2013'
        || c == '\u2014'
        || c == '\u00bb'
        || c == '\u2026'
        || c == '\u00a0';
  }
}
