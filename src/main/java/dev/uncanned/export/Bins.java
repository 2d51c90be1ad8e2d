package dev.uncanned.export;

/** Sizes and times in bins, each told by its lower end, so that no figure singles out a row. */
enum Bins {
  WORDS(0, 8, 25, 50, 100, 200, 400),
  CUSTOMISED_WORDS(0, 1, 3, 6, 11, 21, 41, 81),
  REACH(0, 1, 3, 5, 10, 20, 50, 100, 200, 500, 1000),
  DAYS(0, 1, 2, 4, 8, 15, 31, 91, 181, 366),
  HOURS(0, 1, 4, 24, 72, 168);

  private static final int STEPS_OF_A_SHARE = 20;

  private final int[] ends;

  Bins(int... ends) {
    this.ends = ends;
  }

  /** The lower end of the bin; null for null. */
  Integer of(Number value) {
    if (value == null) {
      return null;
    }
    int found = ends[0];
    for (int end : ends) {
      if (value.doubleValue() >= end) {
        found = end;
      }
    }
    return found;
  }

  /** The number, or the cap if it is above; null for null. */
  static Integer capped(Integer value, int cap) {
    return value == null ? null : Integer.valueOf(Math.min(value, cap));
  }

  /** A share in steps of 0.05; null for null. */
  static Double share(Number value) {
    return value == null
        ? null
        : Double.valueOf(
            (double) Math.round(value.doubleValue() * STEPS_OF_A_SHARE) / STEPS_OF_A_SHARE);
  }
}
