package dev.uncanned.template;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** Collects the characters of a drawing into lines of a width, each with its marks below. */
final class DrawnLines {

  private static final int REPLACEMENT = 0xFFFD;
  private static final String RESET = "\u001B[0m";

  private final int width;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();
  private final IntArrayList points = new IntArrayList();
  private final List<WordLabel> labels = new ArrayList<>();
  private int columns;

  DrawnLines(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  void add(int point, WordLabel label) {
    if (point == '\n') {
      write(points.size());
      return;
    }
    if (point == '\r') {
      return;
    }
    int shown = harmless(point);
    int columnsNeeded = DisplayWidth.of(shown);
    if (columns + columnsNeeded > width) {
      breakLine();
      if (shown == ' ' && points.isEmpty()) {
        return;
      }
    }
    points.add(shown);
    labels.add(label);
    columns += columnsNeeded;
  }

  /** All lines and an empty one. */
  String end() {
    if (!points.isEmpty()) {
      write(points.size());
    }
    return out.append('\n').toString();
  }

  private static int harmless(int point) {
    if (point == '\t' || Character.isSpaceChar(point) && DisplayWidth.of(point) == 1) {
      return ' ';
    }
    boolean turning =
        point == 0x061C
            || point == 0x200E
            || point == 0x200F
            || point >= 0x202A && point <= 0x202E
            || point >= 0x2066 && point <= 0x2069;
    boolean bad =
        Character.isISOControl(point) || turning || Character.getType(point) == Character.SURROGATE;
    return bad || point == 0x2028 || point == 0x2029 ? REPLACEMENT : point;
  }

  /** Ends the line behind its last space, or where it is full if there is none. */
  private void breakLine() {
    int at = points.size();
    while (at > 0 && points.getInt(at - 1) != ' ') {
      at--;
    }
    write(at == 0 ? points.size() : at);
  }

  private void write(int count) {
    StringBuilder marks = new StringBuilder();
    WordLabel open = WordLabel.OTHER;
    for (int i = 0; i < count; i++) {
      WordLabel label = labels.get(i);
      if (colour && label != open) {
        out.append(open.colour().isEmpty() ? "" : RESET).append(label.colour());
        open = label;
      }
      out.appendCodePoint(points.getInt(i));
      marks.append(String.valueOf(label.mark()).repeat(DisplayWidth.of(points.getInt(i))));
    }
    out.append(colour && !open.colour().isEmpty() ? RESET : "").append('\n');
    String drawn = marks.toString().stripTrailing();
    if (!drawn.isEmpty()) {
      out.append(drawn).append('\n');
    }
    points.removeElements(0, count);
    labels.subList(0, count).clear();
    columns = 0;
    points.forEach(point -> columns += DisplayWidth.of(point));
  }
}
