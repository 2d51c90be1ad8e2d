package dev.uncanned.score;

/** How far two lists of numbers rise and fall together, by Pearson's coefficient. */
public final class Correlation {

  private Correlation() {}

  /**
   * The coefficient, -1 to 1; of ranks it is Spearman's.
   *
   * @param right as many numbers as {@code left}, pair by pair; their order decides how sums are
   *     rounded
   * @return null where one of the lists does not vary
   */
  public static Double of(double[] left, double[] right) {
    double leftMean = mean(left);
    double rightMean = mean(right);
    double both = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int i = 0; i < left.length; i++) {
      both += (left[i] - leftMean) * (right[i] - rightMean);
      leftSquares += (left[i] - leftMean) * (left[i] - leftMean);
      rightSquares += (right[i] - rightMean) * (right[i] - rightMean);
    }
    double scale = Math.sqrt(leftSquares * rightSquares);
    return scale == 0 ? null : Double.valueOf(both / scale);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
