package dev.uncanned.template;

import java.util.Arrays;

/**
 * Lays two token sequences side by side so that as many equal tokens as possible meet.
 *
 * <p>Needleman and Wunsch (1970) with the affine gaps of Gotoh (1982): an equal pair earns {@link
 * #MATCH}, an unequal pair costs {@link #MISMATCH}, a run of k tokens without partner costs {@link
 * #OPEN} + k {@link #EXTEND}. Of alignments with the same score, the one is taken that, read from
 * the end, pairs tokens first, then leaves tokens of the first sequence alone, then of the second,
 * and prolongs a run before it opens another; so the result depends on the two sequences only. A
 * run without partner that could as well begin earlier begins as early as it can: where a sentence
 * was put in that begins like the next one, the words that both begin with are the sentence's.
 *
 * <p>A common beginning and end are paired first, which loses no score. The rest is computed in a
 * band around the diagonal that is doubled until no path outside of it can be as good. Where the
 * band outgrows the memory, the best path inside it is taken; where not even {@link #NARROWEST}
 * diagonals on each side fit, the rest stays unpaired.
 *
 * <p>Time and memory are proportional to length times band. Keeps its arrays between calls, so an
 * instance serves one thread.
 */
public final class TokenAlignment {

  /** Score of two equal tokens. */
  public static final int MATCH = 3;

  /** Cost of two unequal tokens side by side. */
  public static final int MISMATCH = 2;

  /** Cost of a run of tokens without partner, besides its length. */
  public static final int OPEN = 4;

  /** Cost of each token without partner. */
  public static final int EXTEND = 1;

  /** Diagonals on each side of the band that is tried first. */
  static final int NARROWEST = 16;

  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 4;
  private static final byte PAIR = 0;
  private static final byte UP = 1;
  private static final byte LEFT = 2;
  private static final byte DIRECTION = 3;
  private static final byte UP_GOES_ON = 4;
  private static final byte LEFT_GOES_ON = 8;

  private final int maxCells;
  private byte[] trace = new byte[0];
  private int[] best = new int[0];
  private int[] upBest = new int[0];

  /**
   * @param maxCells memory for the band in bytes
   */
  public TokenAlignment(int maxCells) {
    this.maxCells = maxCells;
  }

  /**
   * Pairs the tokens of two sequences, equal or not.
   *
   * @return for each token of {@code a} the index of its partner in {@code b}, or -1; the indices
   *     rise
   */
  public int[] align(int[] a, int[] b) {
    int[] partners = new int[a.length];
    int shorter = Math.min(a.length, b.length);
    int head = 0;
    while (head < shorter && a[head] == b[head]) {
      partners[head] = head;
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && a[a.length - 1 - tail] == b[b.length - 1 - tail]) {
      partners[a.length - 1 - tail] = b.length - 1 - tail;
      tail++;
    }
    Arrays.fill(partners, head, a.length - tail, -1);
    int rows = a.length - head - tail;
    int columns = b.length - head - tail;
    if (rows > 0 && columns > 0) {
      alignMiddle(a, b, head, rows, columns, partners);
    }
    slideSkipped(a, b, partners);
    slideAlone(a, b, partners);
    return partners;
  }

  /**
   * Lets runs of {@code b} without partner begin earlier where that pairs equal tokens as well. A
   * run before unequal tokens is a part of other words, not something put in, and stays.
   */
  private static void slideSkipped(int[] a, int[] b, int[] partners) {
    int end = b.length;
    boolean putIn = true;
    for (int i = partners.length - 1; i >= 0; i--) {
      int partner = partners[i];
      if (partner < 0) {
        putIn = false;
        continue;
      }
      if (putIn && partner + 1 < end && b[partner] == b[end - 1]) {
        partners[i] = end - 1;
      }
      end = partners[i];
      putIn = a[i] == b[end];
    }
  }

  /** The same for runs of {@code a}. */
  private static void slideAlone(int[] a, int[] b, int[] partners) {
    int end = a.length;
    int next = b.length;
    boolean putIn = true;
    for (int i = a.length - 1; i >= 0; i--) {
      int partner = partners[i];
      if (partner < 0) {
        continue;
      }
      int last = end - 1;
      if (putIn && partner + 1 == next && i < last && a[i] == a[last]) {
        partners[last] = partner;
        partners[i] = -1;
        end = last;
      } else {
        end = i;
      }
      next = partner;
      putIn = a[end] == b[next];
    }
  }

  /** Score of an alignment as {@link #align} returns it. */
  public static long score(int[] a, int[] b, int[] partners) {
    long score = 0;
    int runA = 0;
    int nextB = 0;
    for (int i = 0; i < a.length; i++) {
      if (partners[i] < 0) {
        runA++;
        continue;
      }
      score -= cost(runA) + cost(partners[i] - nextB);
      score += a[i] == b[partners[i]] ? MATCH : -MISMATCH;
      runA = 0;
      nextB = partners[i] + 1;
    }
    return score - cost(runA) - cost(b.length - nextB);
  }

  private static long cost(int run) {
    return run == 0 ? 0 : OPEN + (long) EXTEND * run;
  }

  private void alignMiddle(int[] a, int[] b, int head, int rows, int columns, int[] partners) {
    int skew = Math.abs(rows - columns);
    int enough = Math.min(rows, columns);
    int affordable = affordable(rows, skew);
    if (affordable < Math.min(NARROWEST, enough)) {
      return;
    }
    int side = Math.min(Math.min(NARROWEST, enough), affordable);
    while (true) {
      int score = fill(a, b, head, rows, columns, side);
      if (side >= enough || side >= affordable || score > bestOutside(rows, columns, side)) {
        follow(head, rows, columns, side, partners);
        return;
      }
      side = Math.min(side * 2, affordable);
    }
  }

  private int affordable(int rows, int skew) {
    long width = maxCells / (rows + 1L);
    return (int) Math.max(-1, (width - skew - 1) / 2);
  }

  /** No path that leaves the band can score more: it has a run of side + 1 on both sides. */
  private static long bestOutside(int rows, int columns, int side) {
    long pairs = Math.min(rows, columns) - (side + 1L);
    long alone = 2 * (side + 1L) + Math.abs(rows - columns);
    return MATCH * pairs - 2L * OPEN - EXTEND * alone;
  }

  // Cell (i, j) lies at j - i - low in the arrays, so that the row above is at the same place for
  // the pair and one to the right for the gap.
  private int fill(int[] a, int[] b, int head, int rows, int columns, int side) {
    int low = Math.min(0, columns - rows) - side;
    int width = Math.abs(columns - rows) + 2 * side + 1;
    reserve((rows + 1) * width, width + 1);
    for (int j = 0; j <= columns && j - low < width; j++) {
      best[j - low] = j == 0 ? 0 : -OPEN - EXTEND * j;
      trace[j - low] = LEFT | LEFT_GOES_ON;
    }
    for (int i = 1; i <= rows; i++) {
      int token = a[head + i - 1];
      int first = Math.max(0, -i - low);
      int last = Math.min(width - 1, columns - i - low);
      int left = IMPOSSIBLE;
      int leftBest = IMPOSSIBLE;
      int offset = head + i + low - 1;
      int row = i * width;
      for (int c = first; c <= last; c++) {
        int step = PAIR;
        int score = IMPOSSIBLE;
        if (c + i + low > 0) {
          score = best[c] + (token == b[offset + c] ? MATCH : -MISMATCH);
        }
        int up = upBest[c + 1] - EXTEND;
        int upOpened = best[c + 1] - OPEN - EXTEND;
        if (up >= upOpened) {
          step |= UP_GOES_ON;
        } else {
          up = upOpened;
        }
        upBest[c] = up;
        leftBest -= EXTEND;
        if (leftBest >= left - OPEN - EXTEND) {
          step |= LEFT_GOES_ON;
        } else {
          leftBest = left - OPEN - EXTEND;
        }
        if (up > score) {
          score = up;
          step |= UP;
        }
        if (leftBest > score) {
          score = leftBest;
          step = step & ~DIRECTION | LEFT;
        }
        best[c] = score;
        left = score;
        trace[row + c] = (byte) step;
      }
    }
    return best[columns - rows - low];
  }

  private void reserve(int cells, int width) {
    if (trace.length < cells) {
      trace = new byte[cells];
    }
    if (best.length < width) {
      best = new int[width];
      upBest = new int[width];
    }
    Arrays.fill(best, 0, width, IMPOSSIBLE);
    Arrays.fill(upBest, 0, width, IMPOSSIBLE);
  }

  private void follow(int head, int rows, int columns, int side, int[] partners) {
    int low = Math.min(0, columns - rows) - side;
    int width = Math.abs(columns - rows) + 2 * side + 1;
    int i = rows;
    int j = columns;
    while (i > 0 && j > 0) {
      int step = trace[i * width + j - i - low];
      int direction = step & DIRECTION;
      if (direction == PAIR) {
        partners[head + i - 1] = head + j - 1;
        i--;
        j--;
      } else if (direction == UP) {
        while (i > 0 && (trace[i * width + j - i - low] & UP_GOES_ON) != 0) {
          i--;
        }
        i = Math.max(0, i - 1);
      } else {
        while (j > 0 && (trace[i * width + j - i - low] & LEFT_GOES_ON) != 0) {
          j--;
        }
        j = Math.max(0, j - 1);
      }
    }
  }
}
