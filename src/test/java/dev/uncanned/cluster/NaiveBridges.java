package dev.uncanned.cluster;

/** Counts the bridges of a graph by taking each of its pairs away and looking for another way. */
final class NaiveBridges {

  private NaiveBridges() {}

  /**
   * Share of the pairs without which their two members would not be connected; null without any.
   *
   * @param joined whether two members are a pair, the greater number first
   */
  static Float share(boolean[][] joined) {
    int pairs = 0;
    int bridges = 0;
    for (int a = 0; a < joined.length; a++) {
      for (int b = 0; b < a; b++) {
        if (joined[a][b]) {
          joined[a][b] = false;
          pairs++;
          bridges += reaches(joined, a, b) ? 0 : 1;
          joined[a][b] = true;
        }
      }
    }
    return pairs == 0 ? null : (float) bridges / pairs;
  }

  private static boolean reaches(boolean[][] joined, int from, int to) {
    boolean[] seen = new boolean[joined.length];
    int[] found = new int[joined.length];
    seen[from] = true;
    found[0] = from;
    int count = 1;
    for (int i = 0; i < count && !seen[to]; i++) {
      for (int other = 0; other < joined.length; other++) {
        boolean pair = joined[Math.max(found[i], other)][Math.min(found[i], other)];
        if (pair && !seen[other]) {
          seen[other] = true;
          found[count++] = other;
        }
      }
    }
    return seen[to];
  }
}
