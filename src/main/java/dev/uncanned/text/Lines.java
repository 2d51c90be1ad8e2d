package dev.uncanned.text;

import java.util.Arrays;

/** The lines of a text, trimmed, without copying them. */
final class Lines {

  private static final int FIRST_CAPACITY = 64;

  private final String text;
  private int count;
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];

  Lines(String text) {
    this.text = text;
    int from = 0;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '\n' : text.charAt(i);
      if (c > '\r' && c < '\u2028') {
        continue;
      }
      if (isBreak(c)) {
        add(from, i);
        if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
          i++;
        }
        from = i + 1;
      }
    }
  }

  /** Whether a line ends at this sign. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private void add(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
  }

  /** Cuts the end of a line. */
  void truncate(int i, int end) {
    int cut = Math.max(starts[i], Math.min(ends[i], end));
    while (cut > starts[i] && isSpace(text.charAt(cut - 1))) {
      cut--;
    }
    ends[i] = cut;
  }

  int count() {
    return count;
  }

  boolean isBlank(int i) {
    return starts[i] == ends[i];
  }

  boolean isQuoted(int i) {
    return starts[i] < ends[i] && text.charAt(starts[i]) == '>';
  }

  /** Whether the first line from {@code from} on that is not blank is quoted. */
  boolean isQuotedNext(int from) {
    int i = from;
    while (i < count && isBlank(i)) {
      i++;
    }
    return i < count && isQuoted(i);
  }

  int length(int i) {
    return ends[i] - starts[i];
  }

  /** First character of a line, 0 if it is blank. */
  char first(int i) {
    return isBlank(i) ? 0 : text.charAt(starts[i]);
  }

  /** Last character of a line, 0 if it is blank. */
  char last(int i) {
    return isBlank(i) ? 0 : text.charAt(ends[i] - 1);
  }

  /** Place of a character among the first {@code limit} of a line, or -1. */
  int indexOf(int i, char c, int limit) {
    int end = Math.min(ends[i], starts[i] + limit);
    for (int k = starts[i]; k < end; k++) {
      if (text.charAt(k) == c) {
        return k - starts[i];
      }
    }
    return -1;
  }

  String text(int i) {
    return text.substring(starts[i], ends[i]);
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }
}
