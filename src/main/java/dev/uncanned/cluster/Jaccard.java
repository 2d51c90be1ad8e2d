package dev.uncanned.cluster;

/**
 * Exact Jaccard similarity of two sets: what they share as a part of what they have together.
 *
 * <p>A set is a sorted array without doubles. Two empty sets are equal and have similarity 1.
 */
public final class Jaccard {

  /** Elements that are passed between two looks at whether the answer is known. */
  private static final int STEPS = 16;

  private Jaccard() {}

  /** Similarity of two sets, 0 to 1. */
  public static double of(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < a.length && j < b.length) {
      int x = a[i];
      int y = b[j];
      shared += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return of(shared, a.length, b.length);
  }

  /** Similarity of two sets of the given sizes that share so many elements. */
  public static double of(int shared, int sizeA, int sizeB) {
    int union = sizeA + sizeB - shared;
    return union == 0 ? 1 : (double) shared / union;
  }

  /**
   * Whether the similarity is at least {@code threshold}; the same answer as from {@link #of(int[],
   * int[])}, but gives up as soon as too many elements are missing.
   */
  public static boolean atLeast(int[] a, int[] b, double threshold) {
    int needed = needed(a.length, b.length, threshold);
    int missableA = a.length - needed;
    int missableB = b.length - needed;
    if (missableA < 0 || missableB < 0) {
      return false;
    }
    int i = 0;
    int j = 0;
    int shared = 0;
    while (shared < needed) {
      // Without branches inside, since a processor cannot foresee which set goes on.
      int end = Math.min(STEPS, Math.min(a.length - i, b.length - j));
      for (int step = 0; step < end; step++) {
        int x = a[i];
        int y = b[j];
        shared += x == y ? 1 : 0;
        i += x <= y ? 1 : 0;
        j += y <= x ? 1 : 0;
      }
      if (i - shared > missableA || j - shared > missableB || end == 0) {
        return shared >= needed;
      }
    }
    return true;
  }

  /**
   * Fewest shared elements with which the similarity reaches the threshold; more than the smaller
   * set has if the sizes alone rule it out.
   */
  static int needed(int sizeA, int sizeB, double threshold) {
    int smaller = Math.min(sizeA, sizeB);
    int needed = (int) (threshold / (1 + threshold) * ((double) sizeA + sizeB));
    while (needed > 0 && of(needed - 1, sizeA, sizeB) >= threshold) {
      needed--;
    }
    while (needed <= smaller && of(needed, sizeA, sizeB) < threshold) {
      needed++;
    }
    return needed;
  }
}
