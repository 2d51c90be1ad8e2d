package dev.uncanned.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Remembers for each character of a folded text which characters of the original it came from.
 *
 * <p>The original is cut where folding cannot reach across: before a character whose own folded
 * form begins with neither a mark nor a conjoining Hangul vowel or final (Unicode Standard Annex
 * 15, stabilised code points). Each piece is folded for itself and its characters come from all of
 * it. Should the pieces ever not make the folded text, the whole text is one piece.
 */
final class SourceOffsets {

  private static final int ASCII_END = 0x80;

  /** A field is replaced by one character between two spaces. */
  private static final int SIGNS = 3;

  private final int length;
  private String text;

  /** Begin and end in the original of each character; null where nothing was changed. */
  private int[] from;

  private int[] to;

  SourceOffsets(String original) {
    length = original.length();
    text = Folding.compatible(original);
    if (text.equals(original)) {
      return;
    }
    IntArrayList begins = new IntArrayList(text.length());
    IntArrayList stops = new IntArrayList(text.length());
    StringBuilder folded = new StringBuilder(text.length());
    int start = 0;
    while (start < length) {
      int end = pieceEnd(original, start);
      String before = original.substring(start, end);
      String piece = Folding.compatible(before);
      folded.append(piece);
      boolean kept = piece.equals(before);
      for (int i = 0; i < piece.length(); i++) {
        begins.add(kept ? start + i : start);
        stops.add(kept ? start + i + 1 : end);
      }
      start = end;
    }
    from = begins.toIntArray();
    to = stops.toIntArray();
    if (!folded.toString().contentEquals(text)) {
      from = new int[text.length()];
      to = new int[text.length()];
      Arrays.fill(to, length);
    }
  }

  private static int pieceEnd(String original, int start) {
    int end = start + Character.charCount(original.codePointAt(start));
    while (end < original.length() && !isBoundary(original.codePointAt(end))) {
      end += Character.charCount(original.codePointAt(end));
    }
    return end;
  }

  /** Whether nothing before a character can change how it folds. */
  private static boolean isBoundary(int point) {
    if (point < ASCII_END) {
      return true;
    }
    if (Folding.isMark(point) || isJoining(point)) {
      return false;
    }
    String parts = Folding.compatible(Character.toString(point));
    if (parts.isEmpty()) {
      return false;
    }
    int first = Normalizer.normalize(parts, Normalizer.Form.NFD).codePointAt(0);
    return !Folding.isMark(first) && !isJoining(first);
  }

  private static boolean isJoining(int point) {
    int type = Character.getType(point);
    boolean hangul = (point >= 0x1160 && point <= 0x11FF) || (point >= 0xD7B0 && point <= 0xD7FF);
    return hangul || type == Character.COMBINING_SPACING_MARK;
  }

  /** The text with all that was replaced so far. */
  String text() {
    return text;
  }

  /**
   * Takes a text in which parts were replaced by {@value #SIGNS} characters each, which come from
   * all of the part that they replace.
   *
   * @param starts where the parts began, rising
   * @param ends where they ended
   */
  void replace(IntArrayList starts, IntArrayList ends, String replaced) {
    IntArrayList begins = new IntArrayList(replaced.length());
    IntArrayList stops = new IntArrayList(replaced.length());
    int copied = 0;
    for (int part = 0; part < starts.size(); part++) {
      copy(copied, starts.getInt(part), begins, stops);
      copied = ends.getInt(part);
      int begin = begin(starts.getInt(part));
      int stop = stop(copied - 1);
      for (int i = 0; i < SIGNS; i++) {
        begins.add(begin);
        stops.add(stop);
      }
    }
    copy(copied, text.length(), begins, stops);
    text = replaced;
    from = begins.toIntArray();
    to = stops.toIntArray();
  }

  private void copy(int start, int end, IntArrayList begins, IntArrayList stops) {
    for (int i = start; i < end; i++) {
      begins.add(begin(i));
      stops.add(stop(i));
    }
  }

  private int begin(int i) {
    return from == null ? i : from[i];
  }

  private int stop(int i) {
    return to == null ? i + 1 : to[i];
  }

  /** The places in the original of tokens of the text. */
  TokenPlaces places(String masked, IntArrayList starts, IntArrayList ends) {
    int count = starts.size();
    int[] begins = new int[count];
    int[] stops = new int[count];
    for (int i = 0; i < count; i++) {
      begins[i] = begin(starts.getInt(i));
      stops[i] = stop(ends.getInt(i) - 1);
    }
    return new TokenPlaces(masked, begins, stops);
  }
}
