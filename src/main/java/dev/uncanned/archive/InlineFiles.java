package dev.uncanned.archive;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Takes files out of a plain text that were written into it, as before MIME: uuencode and yEnc.
 *
 * <p>uuencode: a line {@code begin 644 name}, lines whose first character says how many bytes they
 * hold, and {@code end}. yEnc: from a line {@code =ybegin } to a line {@code =yend}. A file that is
 * cut off ends with its last good line, a yEnc file with the text. A PGP message in ASCII armour
 * stays in the text and is called opaque. Linear time.
 */
final class InlineFiles {

  private static final String UU_BEGIN = "begin ";
  private static final String Y_BEGIN = "=ybegin ";
  private static final String PGP = "-----BEGIN PGP MESSAGE-----";

  private final String text;
  private final StringBuilder kept = new StringBuilder();
  private final Set<QualityFlag> opaque = EnumSet.noneOf(QualityFlag.class);
  private int files;

  private InlineFiles(String text) {
    this.text = text;
  }

  /**
   * A text without its files.
   *
   * @param opaque the kinds of what is in it and is not read
   */
  record Found(String text, int files, Set<QualityFlag> opaque) {}

  /** Looks for files. */
  static Found in(String text) {
    InlineFiles found = new InlineFiles(text);
    if (text.contains(PGP)) {
      found.opaque.add(QualityFlag.OPAQUE_PGP);
    }
    if (text.contains(UU_BEGIN) || text.contains(Y_BEGIN)) {
      found.read();
    }
    String left = found.files == 0 ? text : found.kept.toString();
    return new Found(left, found.files, found.opaque);
  }

  private void read() {
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (text.startsWith(UU_BEGIN, at)) {
        end = behindUuencoded(at);
      } else if (text.startsWith(Y_BEGIN, at) && line(at).contains("name=")) {
        end = behindYenc(at);
      }
      if (end > at) {
        boolean uuencoded = text.startsWith(UU_BEGIN, at);
        opaque.add(uuencoded ? QualityFlag.OPAQUE_UUENCODE : QualityFlag.OPAQUE_YENC);
        kept.append(text, from, at);
        from = end;
        files++;
        at = end;
      } else {
        at = nextLine(at);
      }
    }
    kept.append(text, from, text.length());
  }

  /** The index behind the file; {@code start} if there is none. */
  private int behindUuencoded(int start) {
    int first = nextLine(start);
    if (!isUuBegin(line(start)) || first >= text.length() || !isUuLine(first)) {
      return start;
    }
    int at = first;
    while (at < text.length() && isUuLine(at)) {
      at = nextLine(at);
    }
    while (at < text.length() && (line(at).isBlank() || line(at).equals("`"))) {
      at = nextLine(at);
    }
    return at < text.length() && line(at).equals("end") ? nextLine(at) : at;
  }

  private static boolean isUuBegin(String line) {
    int at = UU_BEGIN.length();
    int digits = 0;
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '7') {
      at++;
      digits++;
    }
    return (digits == 3 || digits == 4) && line.length() > at + 1 && line.charAt(at) == ' ';
  }

  /** Whether a line holds as many characters as its first one says, blanks at its end cut off. */
  private boolean isUuLine(int start) {
    int end = lineEnd(start);
    int bytes = end > start ? (text.charAt(start) - ' ') & 0x3F : 0;
    int expected = (bytes + 2) / 3 * 4;
    if (bytes == 0 || end - start - 1 > expected + 1) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '`') {
        return false;
      }
    }
    return end - start - 1 >= expected / 2;
  }

  private int behindYenc(int start) {
    int at = nextLine(start);
    while (at < text.length() && !text.startsWith("=yend", at)) {
      at = nextLine(at);
    }
    return nextLine(at);
  }

  private String line(int start) {
    return text.substring(start, lineEnd(start)).toLowerCase(Locale.ROOT);
  }

  private int lineEnd(int start) {
    int feed = text.indexOf('\n', start);
    int end = feed < 0 ? text.length() : feed;
    return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int nextLine(int start) {
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed + 1;
  }
}
